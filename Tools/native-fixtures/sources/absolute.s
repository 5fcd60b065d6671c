# An address in code that must be written when the library is loaded, and no note about the stack.
    .text
    .globl cheeseboard_where
    .type cheeseboard_where, @function
cheeseboard_where:
    movabsq $cheeseboard_where, %rax
    ret
    .section .note.GNU-stack,"",@progbits
