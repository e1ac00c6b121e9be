"""The parts of storing an assessment: what was judged, results, duties, findings (see actions.store_assessment)."""
