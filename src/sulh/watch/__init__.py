"""Watch: is it being kept, by whose count, and who answers for it."""
