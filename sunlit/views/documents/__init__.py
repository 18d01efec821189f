"""`data.json`: everything stated of a unit or an area, with what was computed from it."""
