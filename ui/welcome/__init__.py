"""First run: make, open or look around in an archive."""
