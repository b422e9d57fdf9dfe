"""A command of a shell into a request, and back: curl and PowerShell, as developers paste them."""
