# Notes as annobin's plugin writes them: the name of each is the attribute itself, and no text.
    .text
    .globl cheeseboard_noted
    .type cheeseboard_noted, @function
cheeseboard_noted:
    .skip 500, 0x90
    ret
.Lend:
    .macro note name:vararg
    .long 2f - 1f, 16, 0x100
1:  .ascii "GA"
    .byte \name, 0
2:  .p2align 2
    .quad cheeseboard_noted, .Lend
    .endm
    .section .gnu.build.attributes,"",%note
    # version 3 of the plugin for gcc, "3p8"
    note '$', 1, '3', 'p', '8'
    # stack protector: 3 strong
    note '*', 2, 3
    # FORTIFY: 255, unknown to the plugin, and no UTF-8
    note '*', 'F', 'O', 'R', 'T', 'I', 'F', 'Y', 0, 0xff
    # stack clash protection: yes
    note '+', 's', 't', 'a', 'c', 'k', '_', 'c', 'l', 'a', 's', 'h'
    .section .note.GNU-stack,"",@progbits
