// Made by Tools/fixtures/webauthn_vectors.py, which says how; do not edit.
// swift-format-ignore-file

/// Answers of authenticators made by soft-webauthn, cryptography and cbor2, verified by
/// py_webauthn.
let webAuthnVectors = #"""
    [
     {
      "name": "soft-webauthn",
      "isVerified": false,
      "createChallenge": "8mY6r6a2_h3wa_8xpkpI4Wt-OHXgmo675GkvFPoZqts",
      "createClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAiOG1ZNnI2YTJfaDN3YV84eHBrcEk0V3QtT0hYZ21vNjc1R2t2RlBvWnF0cyIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIn0",
      "attestation": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikRLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK1BAAAAAAAAAAAAAAAAAAAAAAAAAAAAIPEGKFm4NnsYFjU6aRIvgnGubdQ6GGe5Al9csKHFONKNpQECAyYgASFYIH9mxR5h7QLlii9b1IIMLkVh5s-UIRDUDrrYYINQ9FWhIlggvSS38lRdAI6L5ufM8Ixy3WaGGxuWD1ScriqC979pHJY",
      "credentialID": "8QYoWbg2exgWNTppEi-Cca5t1DoYZ7kCX1ywocU40o0",
      "publicKey": "pQECAyYgASFYIH9mxR5h7QLlii9b1IIMLkVh5s-UIRDUDrrYYINQ9FWhIlggvSS38lRdAI6L5ufM8Ixy3WaGGxuWD1ScriqC979pHJY",
      "getChallenge": "_0WegvdoBluZK-c631-UErERLwrfH87YhbJN4obw1Qo",
      "getClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAiXzBXZWd2ZG9CbHVaSy1jNjMxLVVFckVSTHdyZkg4N1loYkpONG9idzFRbyIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIn0",
      "authenticatorData": "RLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK0BAAAAAQ",
      "signature": "MEQCIE5yg14U_GuxvcBSFQpMCRHE_hex46KpM7NnO_IsCCDIAiBHCrj595KRp4tshOtJuwktdxe2uMn3IClluvZuYjLv7Q",
      "signCounts": [
       0,
       1
      ]
     },
     {
      "name": "ES256",
      "isVerified": false,
      "createChallenge": "k_d4EmnAgaGaRGaK5tf7rLTSuQAaT7Oyk88-9jn0EuU",
      "createClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAia19kNEVtbkFnYUdhUkdhSzV0ZjdyTFRTdVFBYVQ3T3lrODgtOWpuMEV1VSIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "attestation": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikRLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK1BAAAAAAAAAAAAAAAAAAAAAAAAAAAAIMNdolLXhiklT8YX9LKMEx-rzK8zzicEBL7n6lrtL6C2pQECAyYgASFYIA33txqTWJO0e7koGByQZwZkrWY-alP_y9oyoSbKbF6TIlgguo60elyBe4GT7rkCMrG6WXT3zqOW2KypAXtGEqg_3ME",
      "credentialID": "w12iUteGKSVPxhf0sowTH6vMrzPOJwQEvufqWu0voLY",
      "publicKey": "pQECAyYgASFYIA33txqTWJO0e7koGByQZwZkrWY-alP_y9oyoSbKbF6TIlgguo60elyBe4GT7rkCMrG6WXT3zqOW2KypAXtGEqg_3ME",
      "getChallenge": "Dni0DSuQ_arrNtNv6WbLcFCoNA-BHR595uhFnUaNyXQ",
      "getClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAiRG5pMERTdVFfYXJyTnROdjZXYkxjRkNvTkEtQkhSNTk1dWhGblVhTnlYUSIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "authenticatorData": "RLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK0BAAAAAQ",
      "signature": "MEQCIH_RjJXvM5X3FKWPsy5d8ap9h2SD86Z-vWHs2fNttFEDAiBsTPleoKuvy_LjVtHWRjcYiaJbrlyeiTcF2uzn4AuBxA",
      "signCounts": [
       0,
       1
      ]
     },
     {
      "name": "ES256 with packed attestation and extensions",
      "isVerified": true,
      "createChallenge": "PfCodnjTaG3NVrsV8qXajo_eVqwK6wrjjntBcz9HmmI",
      "createClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAiUGZDb2RualRhRzNOVnJzVjhxWGFqb19lVnF3SzZ3cmpqbnRCY3o5SG1tSSIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "attestation": "o2NmbXRmcGFja2VkZ2F0dFN0bXSiY2FsZyZjc2lnWEYwRAIgUKswhX6ruf_g6VdaTVmD_qfVshUoHbfzL6AMulvt4AACIFQpAjJ6OPIuDJI9d_GNLjZTciJoGLy3Uiu6iXNyE-tSaGF1dGhEYXRhWMBEt2q5tTB2dmTyV4mQBScF67bBbhlxB0AlERyLpMcArcUAAAAAAAAAAAAAAAAAAAAAAAAAAAAg9SW29dVwxlAZRTUau-CPhJX88TMrDbasLksST6ruQomlAQIDJiABIVgggLgwzcZdgzS-KKBEBBSPnvukNNoUH5PnXi2fZYFCKToiWCDYerv2rFjEo1NtgG8cQm8FTHCm_2ZqHTewndXV240KT6JrY3JlZFByb3RlY3QCbG1pblBpbkxlbmd0aAQ",
      "credentialID": "9SW29dVwxlAZRTUau-CPhJX88TMrDbasLksST6ruQok",
      "publicKey": "pQECAyYgASFYIIC4MM3GXYM0viigRAQUj577pDTaFB-T514tn2WBQik6Ilgg2Hq79qxYxKNTbYBvHEJvBUxwpv9mah03sJ3V1duNCk8",
      "getChallenge": "A8LSXkzDCLEsX6aqrHP7qNG53DCXvbAMCM1ufV_ueq4",
      "getClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAiQThMU1hrekRDTEVzWDZhcXJIUDdxTkc1M0RDWHZiQU1DTTF1ZlZfdWVxNCIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "authenticatorData": "RLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK0FAAAAAQ",
      "signature": "MEYCIQCC-o5-49FgdOEq69Y5mycXTySgTk8jf7bk5n_ZLoZolgIhAKHnkucTcZf9bBHJ9e2CQyIjX5YtXsVhONRc1vAxtH9D",
      "signCounts": [
       0,
       1
      ]
     },
     {
      "name": "EdDSA, verified and backed up",
      "isVerified": true,
      "createChallenge": "7TamT3OiGOQqxSsPb3ICsqJS437689sVGvcH87zOeNg",
      "createClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAiN1RhbVQzT2lHT1FxeFNzUGIzSUNzcUpTNDM3Njg5c1ZHdmNIODd6T2VOZyIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "attestation": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YViBRLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK1dAAAAAAAAAAAAAAAAAAAAAAAAAAAAINQDvgcxeEwe-9hA__FALHcFyisGluJR4VROcIkAsmkJpAEBAycgBiFYILR1q5UtgbLiTtoaNHyZ2SZE5rdrn_nAYp0h1a-DKKFw",
      "credentialID": "1AO-BzF4TB772ED_8UAsdwXKKwaW4lHhVE5wiQCyaQk",
      "publicKey": "pAEBAycgBiFYILR1q5UtgbLiTtoaNHyZ2SZE5rdrn_nAYp0h1a-DKKFw",
      "getChallenge": "dVpu6zXglktIBlJjQXxAlxcNy7ZUvPoEPcKHMSNNdUQ",
      "getClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAiZFZwdTZ6WGdsa3RJQmxKalFYeEFseGNOeTdaVXZQb0VQY0tITVNOTmRVUSIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "authenticatorData": "RLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK0dAAAAAA",
      "signature": "1dDDm67wHyBGU7Uvd-eEyW_gEcuquLW6k715Be-U0wRT4Zbm42dev4LU_mGoyP-p8syO5gXKMPtqv7M01kRSBw",
      "signCounts": [
       0,
       0
      ]
     },
     {
      "name": "EdDSA",
      "isVerified": false,
      "createChallenge": "NrgkN25kQ9s8AyfDZfsFuJL2F35f9U4HPw7lTHZor7g",
      "createClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAiTnJna04yNWtROXM4QXlmRFpmc0Z1SkwyRjM1ZjlVNEhQdzdsVEhab3I3ZyIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "attestation": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YViBRLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK1BAAAABAAAAAAAAAAAAAAAAAAAAAAAIDn-R8z4dMArTcFeNZ34yY2n2kdIxuZCIMUW1ubW4b00pAEBAycgBiFYIIxPYpE20t5LinSmqhwk7DgDP8cu4Z3AobzxojTcsF_M",
      "credentialID": "Of5HzPh0wCtNwV41nfjJjafaR0jG5kIgxRbW5tbhvTQ",
      "publicKey": "pAEBAycgBiFYIIxPYpE20t5LinSmqhwk7DgDP8cu4Z3AobzxojTcsF_M",
      "getChallenge": "uUJcW0R8PjTMZguo7HXDny0iydHqQ_5p5F0kXNXwF4o",
      "getClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAidVVKY1cwUjhQalRNWmd1bzdIWERueTBpeWRIcVFfNXA1RjBrWE5Yd0Y0byIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "authenticatorData": "RLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK0B_____w",
      "signature": "kN3ScdgGAJZkp8JzSF_XDW36WuWthIW6wy1cGanD7SQDwaCHZLmnhBsd0jgSy_lHldH9h_MG4lMKdG7_dRFpCw",
      "signCounts": [
       4,
       4294967295
      ]
     },
     {
      "name": "RS256, verified",
      "isVerified": true,
      "createChallenge": "hEEdtgsks2Qkjf_GdtbEKr695hh7p_bIi3wGdoTrGKE",
      "createClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAiaEVFZHRnc2tzMlFramZfR2R0YkVLcjY5NWhoN3BfYklpM3dHZG9UckdLRSIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "attestation": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkBZ0S3arm1MHZ2ZPJXiZAFJwXrtsFuGXEHQCURHIukxwCtRQAAAAAAAAAAAAAAAAAAAAAAAAAAACAXJzUED_iksqNkVmepjW1njb85HxTFSx1FVMoqsRrO1qQBAwM5AQAgWQEAkpG9WoWbXnAIxgez2H5mmUyshYRMzk6j4P0mkaMsVswdP_dwTQ4Wh2PNSfsvuT0Z1FHpneAVafRvO2nvQK1wzR9ujPyWgTr1fZD8bHJlE4wJhcVCqK7mZDQ2_JsCp-igf8wmAnGwzK0q52-jPxwaopesFaEkscNOFHzz29Z1a5bIE-50UNq5opdMIgVLL4XWqDrZkxn835LClMG7ysNDybxSrYTkJMWqt38fzR4NWTF8N7DBEI8YE43gJlQMSlxa4uz2JsyOfNb6zKU2Z_l1ZnYCl0MkyHr3ZMS1t5M934ZPSa6aHf5QhfE9BYTJTIKb_Akot_cQeQuckU4bmFmQkyFDAQAB",
      "credentialID": "Fyc1BA_4pLKjZFZnqY1tZ42_OR8UxUsdRVTKKrEaztY",
      "publicKey": "pAEDAzkBACBZAQCSkb1ahZtecAjGB7PYfmaZTKyFhEzOTqPg_SaRoyxWzB0_93BNDhaHY81J-y-5PRnUUemd4BVp9G87ae9ArXDNH26M_JaBOvV9kPxscmUTjAmFxUKoruZkNDb8mwKn6KB_zCYCcbDMrSrnb6M_HBqil6wVoSSxw04UfPPb1nVrlsgT7nRQ2rmil0wiBUsvhdaoOtmTGfzfksKUwbvKw0PJvFKthOQkxaq3fx_NHg1ZMXw3sMEQjxgTjeAmVAxKXFri7PYmzI581vrMpTZn-XVmdgKXQyTIevdkxLW3kz3fhk9Jrpod_lCF8T0FhMlMgpv8CSi39xB5C5yRThuYWZCTIUMBAAE",
      "getChallenge": "P3P4PxBMdZN2bNFDNTfVx0p0wOpWXDFHdb_SesZEWxU",
      "getClientData": "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAiUDNQNFB4Qk1kWk4yYk5GRE5UZlZ4MHAwd09wV1hERkhkYl9TZXNaRVd4VSIsICJvcmlnaW4iOiAiaHR0cHM6Ly9pbmRleC5leGFtcGxlIiwgImNyb3NzT3JpZ2luIjogZmFsc2V9",
      "authenticatorData": "RLdqubUwdnZk8leJkAUnBeu2wW4ZcQdAJREci6THAK0FAAAAAQ",
      "signature": "kBza_BOSHVj3L1469CS8y1Npy3WeddKUQJIGNVT5MjL8VqGD_sF5htiGx0uc6eQ-Le6lF_k1FOJ0Fn1c0_3BIrsIcYUIQEGHXRiq5vDOZr1DOFdZ3QdM7xil57Yu8av9CtMTFdOewQC15hMySa6jrlwaJhLcO9qUqiYHpcIrw6kMtqPj44-3l_wp2sKJZJjXLRBB3xflLYpILqK6kFqqDR-op5m8tXwVnoZfb9iVhl0xLhQVkwopxULvqTWeM2i_-wSpVCKs6LShLyu8guhbcBsykCLcE-5twQIM7bxj42iBv03M43pDxtHDdv_bodbM4QPb2Z2Gl-R8TVCNtxU5Ig",
      "signCounts": [
       0,
       1
      ]
     }
    ]
    """#
