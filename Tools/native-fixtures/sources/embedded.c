/* A module of WebAssembly among the data, as a program that runs plug-ins has it. */
__asm__(".section .rodata\n.globl cheeseboard_module\ncheeseboard_module: .incbin \"path.wasm\"\n.previous");
