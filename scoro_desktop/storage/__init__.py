"""Everything that stays on disk, and the secrets in the system keyring."""
