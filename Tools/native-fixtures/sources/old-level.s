# The property that meant "needed" before 2020: today its number is another, and no loader asks for this one.
    .section .note.gnu.property,"a",@note
    .p2align 3
    .long 4, 32, 5
    .asciz "GNU"
    .long 0xc0000000, 4, 0x1f, 0
    .long 0xc0000001, 4, 0x1f, 0
    .text
    .globl cheeseboard_old
    .type cheeseboard_old, @function
cheeseboard_old:
    ret
    .section .note.GNU-stack,"",@progbits
