#![no_std]
//! A frame larger than a page, which rustc probes of its own accord.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
extern "C" {
    fn cheeseboard_fill(room: *mut u8, n: i32);
}
#[no_mangle]
pub unsafe extern "C" fn cheeseboard_large(n: i32) -> i32 {
    let mut room = [0u8; 3 * 4096 + 64];
    cheeseboard_fill(room.as_mut_ptr(), n);
    room[(n & 4095) as usize] as i32
}
