"""The second stage: what the recorded facts mean under the nine categories of the notice."""
