"""The first page: findings with numbers, where, when, and the list of acts."""
