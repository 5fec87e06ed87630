"""The prompt workshop: what an editor does with the prompt files: check, show, try, compare, test, edit."""
