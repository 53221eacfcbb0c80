"""A 仿宋 and its licence; paiban finds it here by the name of this package."""
