"""sulh (صُلح, settlement): a workbench for the people who make and keep a peace."""
