// Made by Tools/fixtures/token_vectors.py, which says how; do not edit.
// swift-format-ignore-file

/// Tokens made by the Python packages pymacaroons and pypitoken.
let tokenVectors = #"""
    {
     "macaroons": [
      {
       "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
       "location": "cheeseboard",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [],
       "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQAABiA9tx_kxNaBnBy2AVzDQMoa61bnZPA7fNvizIhKAbMr9g"
      },
      {
       "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
       "location": "cheeseboard",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [
        "[3,\"0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b\"]"
       ],
       "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACKlszLCIwYjlmNGMxZS01NWQyLTRjMzktOGIwYS02YzFkMmUzZjRhNWIiXQAABiAaUW4mXc9yob6O5eiPu305K4jQrWkiw3whYD5w893Ovw"
      },
      {
       "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
       "location": "cheeseboard",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [
        "[1,[\"a\",\"b\"]]",
        "[2,[\"c0ffee00-1234-4abc-8def-0123456789ab\"]]",
        "[0,20,10]"
       ],
       "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACDVsxLFsiYSIsImIiXV0AAixbMixbImMwZmZlZTAwLTEyMzQtNGFiYy04ZGVmLTAxMjM0NTY3ODlhYiJdXQACCVswLDIwLDEwXQAABiDSVlXwvGpqrEiweoUIX4AHfJXzN4ql6U8FKVfrAX5Qzg"
      },
      {
       "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
       "location": "cheeseboard",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
       ],
       "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACf3h4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHgAAoABeXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXkAAqwCenp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6AAAGIJ5PFpwl326EUCtGIEf8e3Ls-K0JL8qx8nR9R9Bnx8az"
      },
      {
       "rootKey": "73686f7274",
       "location": "cheeseboard",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [
        "any text, caf\u00e9"
       ],
       "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACD2FueSB0ZXh0LCBjYWbDqQAABiBuGaCdYXenEehKhaM-Ryt3NZW8ToGlK7XimsEZZsZW1A"
      },
      {
       "rootKey": "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
       "location": "index.example",
       "identifier": "1",
       "caveats": [
        ""
       ],
       "text": "cheeseboard-AgENaW5kZXguZXhhbXBsZQIBMQACAAAABiAHudkcQYaGVl8HGEJMazDpYfSxVS_sqW-SFoJPiuFveA"
      },
      {
       "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
       "location": "",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [
        "[]"
       ],
       "text": "cheeseboard-AgEAAiQ1ZjBjMWE1Mi03YTBlLTRmMGItOWQ0My0wZThmMWMyYjNhNDkAAgJbXQAABiCQZaIGJSr6w1DFBnAyRvJiEiS2LzXhme0tEz9pGsjnhw"
      },
      {
       "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
       "location": "cheeseboard",
       "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
       "caveats": [
        "[1,[\"project-0\"]]",
        "[1,[\"project-1\"]]",
        "[1,[\"project-2\"]]",
        "[1,[\"project-3\"]]",
        "[1,[\"project-4\"]]",
        "[1,[\"project-5\"]]",
        "[1,[\"project-6\"]]",
        "[1,[\"project-7\"]]",
        "[1,[\"project-8\"]]",
        "[1,[\"project-9\"]]",
        "[1,[\"project-10\"]]",
        "[1,[\"project-11\"]]",
        "[1,[\"project-12\"]]",
        "[1,[\"project-13\"]]",
        "[1,[\"project-14\"]]",
        "[1,[\"project-15\"]]",
        "[1,[\"project-16\"]]",
        "[1,[\"project-17\"]]",
        "[1,[\"project-18\"]]",
        "[1,[\"project-19\"]]",
        "[1,[\"project-20\"]]",
        "[1,[\"project-21\"]]",
        "[1,[\"project-22\"]]",
        "[1,[\"project-23\"]]",
        "[1,[\"project-24\"]]",
        "[1,[\"project-25\"]]",
        "[1,[\"project-26\"]]",
        "[1,[\"project-27\"]]",
        "[1,[\"project-28\"]]",
        "[1,[\"project-29\"]]",
        "[1,[\"project-30\"]]",
        "[1,[\"project-31\"]]",
        "[1,[\"project-32\"]]",
        "[1,[\"project-33\"]]",
        "[1,[\"project-34\"]]",
        "[1,[\"project-35\"]]",
        "[1,[\"project-36\"]]",
        "[1,[\"project-37\"]]",
        "[1,[\"project-38\"]]",
        "[1,[\"project-39\"]]",
        "[1,[\"project-40\"]]",
        "[1,[\"project-41\"]]",
        "[1,[\"project-42\"]]",
        "[1,[\"project-43\"]]",
        "[1,[\"project-44\"]]",
        "[1,[\"project-45\"]]",
        "[1,[\"project-46\"]]",
        "[1,[\"project-47\"]]",
        "[1,[\"project-48\"]]",
        "[1,[\"project-49\"]]",
        "[1,[\"project-50\"]]",
        "[1,[\"project-51\"]]",
        "[1,[\"project-52\"]]",
        "[1,[\"project-53\"]]",
        "[1,[\"project-54\"]]",
        "[1,[\"project-55\"]]",
        "[1,[\"project-56\"]]",
        "[1,[\"project-57\"]]",
        "[1,[\"project-58\"]]",
        "[1,[\"project-59\"]]",
        "[1,[\"project-60\"]]",
        "[1,[\"project-61\"]]",
        "[1,[\"project-62\"]]",
        "[1,[\"project-63\"]]"
       ],
       "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACEVsxLFsicHJvamVjdC0wIl1dAAIRWzEsWyJwcm9qZWN0LTEiXV0AAhFbMSxbInByb2plY3QtMiJdXQACEVsxLFsicHJvamVjdC0zIl1dAAIRWzEsWyJwcm9qZWN0LTQiXV0AAhFbMSxbInByb2plY3QtNSJdXQACEVsxLFsicHJvamVjdC02Il1dAAIRWzEsWyJwcm9qZWN0LTciXV0AAhFbMSxbInByb2plY3QtOCJdXQACEVsxLFsicHJvamVjdC05Il1dAAISWzEsWyJwcm9qZWN0LTEwIl1dAAISWzEsWyJwcm9qZWN0LTExIl1dAAISWzEsWyJwcm9qZWN0LTEyIl1dAAISWzEsWyJwcm9qZWN0LTEzIl1dAAISWzEsWyJwcm9qZWN0LTE0Il1dAAISWzEsWyJwcm9qZWN0LTE1Il1dAAISWzEsWyJwcm9qZWN0LTE2Il1dAAISWzEsWyJwcm9qZWN0LTE3Il1dAAISWzEsWyJwcm9qZWN0LTE4Il1dAAISWzEsWyJwcm9qZWN0LTE5Il1dAAISWzEsWyJwcm9qZWN0LTIwIl1dAAISWzEsWyJwcm9qZWN0LTIxIl1dAAISWzEsWyJwcm9qZWN0LTIyIl1dAAISWzEsWyJwcm9qZWN0LTIzIl1dAAISWzEsWyJwcm9qZWN0LTI0Il1dAAISWzEsWyJwcm9qZWN0LTI1Il1dAAISWzEsWyJwcm9qZWN0LTI2Il1dAAISWzEsWyJwcm9qZWN0LTI3Il1dAAISWzEsWyJwcm9qZWN0LTI4Il1dAAISWzEsWyJwcm9qZWN0LTI5Il1dAAISWzEsWyJwcm9qZWN0LTMwIl1dAAISWzEsWyJwcm9qZWN0LTMxIl1dAAISWzEsWyJwcm9qZWN0LTMyIl1dAAISWzEsWyJwcm9qZWN0LTMzIl1dAAISWzEsWyJwcm9qZWN0LTM0Il1dAAISWzEsWyJwcm9qZWN0LTM1Il1dAAISWzEsWyJwcm9qZWN0LTM2Il1dAAISWzEsWyJwcm9qZWN0LTM3Il1dAAISWzEsWyJwcm9qZWN0LTM4Il1dAAISWzEsWyJwcm9qZWN0LTM5Il1dAAISWzEsWyJwcm9qZWN0LTQwIl1dAAISWzEsWyJwcm9qZWN0LTQxIl1dAAISWzEsWyJwcm9qZWN0LTQyIl1dAAISWzEsWyJwcm9qZWN0LTQzIl1dAAISWzEsWyJwcm9qZWN0LTQ0Il1dAAISWzEsWyJwcm9qZWN0LTQ1Il1dAAISWzEsWyJwcm9qZWN0LTQ2Il1dAAISWzEsWyJwcm9qZWN0LTQ3Il1dAAISWzEsWyJwcm9qZWN0LTQ4Il1dAAISWzEsWyJwcm9qZWN0LTQ5Il1dAAISWzEsWyJwcm9qZWN0LTUwIl1dAAISWzEsWyJwcm9qZWN0LTUxIl1dAAISWzEsWyJwcm9qZWN0LTUyIl1dAAISWzEsWyJwcm9qZWN0LTUzIl1dAAISWzEsWyJwcm9qZWN0LTU0Il1dAAISWzEsWyJwcm9qZWN0LTU1Il1dAAISWzEsWyJwcm9qZWN0LTU2Il1dAAISWzEsWyJwcm9qZWN0LTU3Il1dAAISWzEsWyJwcm9qZWN0LTU4Il1dAAISWzEsWyJwcm9qZWN0LTU5Il1dAAISWzEsWyJwcm9qZWN0LTYwIl1dAAISWzEsWyJwcm9qZWN0LTYxIl1dAAISWzEsWyJwcm9qZWN0LTYyIl1dAAISWzEsWyJwcm9qZWN0LTYzIl1dAAAGIGbL6dIjYLeB65fYMgo0D-NXJ7_3Cs24mROHE2XxVzwO"
      }
     ],
     "names": {
      "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
      "location": "cheeseboard",
      "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
      "caveats": [
       "[3, \"0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b\"]",
       "[1, [\"alpha\", \"beta-gamma\"]]"
      ],
      "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACK1szLCAiMGI5ZjRjMWUtNTVkMi00YzM5LThiMGEtNmMxZDJlM2Y0YTViIl0AAhxbMSwgWyJhbHBoYSIsICJiZXRhLWdhbW1hIl1dAAAGIGkgAgCDpn33S2_9EysEJGX4VjLgcZebnBc-irsc8a3g"
     },
     "identifiers": {
      "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
      "location": "cheeseboard",
      "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
      "caveats": [
       "[3, \"0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b\"]",
       "[2, [\"c0ffee00-1234-4abc-8def-0123456789ab\"]]"
      ],
      "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACK1szLCAiMGI5ZjRjMWUtNTVkMi00YzM5LThiMGEtNmMxZDJlM2Y0YTViIl0AAi1bMiwgWyJjMGZmZWUwMC0xMjM0LTRhYmMtOGRlZi0wMTIzNDU2Nzg5YWIiXV0AAAYgbQZANA4w0cG0SAvYe5DrZosfh0TeJP7iq_Q0qNn5A9g"
     },
     "times": {
      "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
      "location": "cheeseboard",
      "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
      "caveats": [
       "[3, \"0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b\"]",
       "[0, 1800000000, 1700000000]"
      ],
      "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACK1szLCAiMGI5ZjRjMWUtNTVkMi00YzM5LThiMGEtNmMxZDJlM2Y0YTViIl0AAhtbMCwgMTgwMDAwMDAwMCwgMTcwMDAwMDAwMF0AAAYghnbLg09Df8DDxCfcDq3DCxT4jtL4YSJERrxMtgT3XH0"
     },
     "user": {
      "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
      "location": "cheeseboard",
      "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
      "caveats": [
       "[3, \"0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b\"]",
       "[3, \"somebody-else\"]"
      ],
      "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACK1szLCAiMGI5ZjRjMWUtNTVkMi00YzM5LThiMGEtNmMxZDJlM2Y0YTViIl0AAhRbMywgInNvbWVib2R5LWVsc2UiXQAABiBLraL9IdTGM2wX20HnF6LM2V_OQ1SkLvw72IE-9AwyZA"
     },
     "legacy": {
      "rootKey": "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
      "location": "cheeseboard",
      "identifier": "5f0c1a52-7a0e-4f0b-9d43-0e8f1c2b3a49",
      "caveats": [
       "[3, \"0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b\"]",
       "{\"version\": 1, \"permissions\": {\"projects\": [\"alpha\"]}}"
      ],
      "text": "cheeseboard-AgELY2hlZXNlYm9hcmQCJDVmMGMxYTUyLTdhMGUtNGYwYi05ZDQzLTBlOGYxYzJiM2E0OQACK1szLCAiMGI5ZjRjMWUtNTVkMi00YzM5LThiMGEtNmMxZDJlM2Y0YTViIl0AAjZ7InZlcnNpb24iOiAxLCAicGVybWlzc2lvbnMiOiB7InByb2plY3RzIjogWyJhbHBoYSJdfX0AAAYgbrYLid4fbh4MtowQXzns06dRVNotDBNIx9FZxLqrmAw"
     }
    }
    """#
