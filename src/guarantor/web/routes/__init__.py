"""The addresses of the room, one module a screen."""
