# An object that says nothing about the stack: the linker then makes it executable.
    .text
    .globl cheeseboard_unmarked
    .type cheeseboard_unmarked, @function
cheeseboard_unmarked:
    ret
