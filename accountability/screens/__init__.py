"""The screens of the supervision in the admin: cases with their lights, findings, the nine categories. All of them only read."""
