"""Font files and their licences; paiban finds them here by the name of this package."""
