"""The Windows package: README.md says what each part makes."""
