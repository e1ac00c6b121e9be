"""The law as dated data: limits, obligations of the notice, readings, working days. Imports no Django."""
