// Made by Tools/fixtures/multipart_bodies.py, which says how; do not edit.

/// Forms as real clients send them, and what is in them.
let clientBodies = #"""
    [
     {
      "body": [
       "LS0wZjFlMmQzYzRiNWE2OTc4ODc5NmE1YjRjM2QyZTFmMA0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSI6YWN0aW9uIg0KDQpmaWxlX3VwbG9hZA0KLS0wZjFlMmQzYzRiNWE2",
       "OTc4ODc5NmE1YjRjM2QyZTFmMA0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1l",
       "PSJwcm90b2NvbF92ZXJzaW9uIg0KDQoxDQotLTBmMWUyZDNjNGI1YTY5Nzg4Nzk2YTViNGMzZDJl",
       "MWYwDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImF1dGhvciINCg0KWm/D",
       "qw0KLS0wZjFlMmQzYzRiNWE2OTc4ODc5NmE1YjRjM2QyZTFmMA0KQ29udGVudC1EaXNwb3NpdGlv",
       "bjogZm9ybS1kYXRhOyBuYW1lPSJjbGFzc2lmaWVycyINCg0KUHJvZ3JhbW1pbmcgTGFuZ3VhZ2Ug",
       "OjogUHl0aG9uDQotLTBmMWUyZDNjNGI1YTY5Nzg4Nzk2YTViNGMzZDJlMWYwDQpDb250ZW50LURp",
       "c3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImNsYXNzaWZpZXJzIg0KDQpUb3BpYyA6OiBHYW1l",
       "cy9FbnRlcnRhaW5tZW50DQotLTBmMWUyZDNjNGI1YTY5Nzg4Nzk2YTViNGMzZDJlMWYwDQpDb250",
       "ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImRlc2NyaXB0aW9uIg0KDQpvbmUNCnR3",
       "bwotLSB0aHJlZQ0KDQotLTBmMWUyZDNjNGI1YTY5Nzg4Nzk2YTViNGMzZDJlMWYwDQpDb250ZW50",
       "LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InJlcXVpcmVzX3B5dGhvbiINCg0KDQotLTBm",
       "MWUyZDNjNGI1YTY5Nzg4Nzk2YTViNGMzZDJlMWYwDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3Jt",
       "LWRhdGE7IG5hbWU9ImNvbnRlbnQiOyBmaWxlbmFtZT0iZGVtby0xLjAudGFyLmd6Ig0KQ29udGVu",
       "dC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0NCg0KAAECAwQFBgcICQoLDA0ODxAREhMU",
       "FRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xN",
       "Tk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWG",
       "h4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/",
       "wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4",
       "+fr7/P3+/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MNDQotLTBmMWUyZDNjNGI1YTY5Nzg4Nzk2",
       "YTViNGMzZDJlMWYwLS0NCg=="
      ],
      "client": "urllib3",
      "contentType": "multipart/form-data; boundary=0f1e2d3c4b5a69788796a5b4c3d2e1f0",
      "parts": [
       {
        "bytes": [
         "ZmlsZV91cGxvYWQ="
        ],
        "contentType": null,
        "fileName": null,
        "name": ":action"
       },
       {
        "bytes": [
         "MQ=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "protocol_version"
       },
       {
        "bytes": [
         "Wm/Dqw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "author"
       },
       {
        "bytes": [
         "UHJvZ3JhbW1pbmcgTGFuZ3VhZ2UgOjogUHl0aG9u"
        ],
        "contentType": null,
        "fileName": null,
        "name": "classifiers"
       },
       {
        "bytes": [
         "VG9waWMgOjogR2FtZXMvRW50ZXJ0YWlubWVudA=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "classifiers"
       },
       {
        "bytes": [
         "b25lDQp0d28KLS0gdGhyZWUNCg=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "description"
       },
       {
        "bytes": [],
        "contentType": null,
        "fileName": null,
        "name": "requires_python"
       },
       {
        "bytes": [
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4",
         "OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3Bx",
         "cnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmq",
         "q6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj",
         "5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MN"
        ],
        "contentType": "application/octet-stream",
        "fileName": "demo-1.0.tar.gz",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS0wZjFlMmQzYzRiNWE2OTc4ODc5NmE1YjRjM2QyZTFmMA0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSJjb250ZW50IjsgZmlsZW5hbWU9IndlJTIyaXJkXG5hw692ZSAlMEQl",
       "MEElNDEud2hsIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi96aXANCg0KeA0KLS0wZjFlMmQz",
       "YzRiNWE2OTc4ODc5NmE1YjRjM2QyZTFmMC0tDQo="
      ],
      "client": "urllib3 with a strange file name",
      "contentType": "multipart/form-data; boundary=0f1e2d3c4b5a69788796a5b4c3d2e1f0",
      "parts": [
       {
        "bytes": [
         "eA=="
        ],
        "contentType": "application/zip",
        "fileName": "we\"ird\\na\u00efve \r\n%41.whl",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS04M2FkMjZiZDQ2MDI1NTc1MGY3Yjc4Nzc1MjA1M2UyNw0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSI6YWN0aW9uIg0KDQpmaWxlX3VwbG9hZA0KLS04M2FkMjZiZDQ2MDI1",
       "NTc1MGY3Yjc4Nzc1MjA1M2UyNw0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1l",
       "PSJwcm90b2NvbF92ZXJzaW9uIg0KDQoxDQotLTgzYWQyNmJkNDYwMjU1NzUwZjdiNzg3NzUyMDUz",
       "ZTI3DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImF1dGhvciINCg0KWm/D",
       "qw0KLS04M2FkMjZiZDQ2MDI1NTc1MGY3Yjc4Nzc1MjA1M2UyNw0KQ29udGVudC1EaXNwb3NpdGlv",
       "bjogZm9ybS1kYXRhOyBuYW1lPSJjbGFzc2lmaWVycyINCg0KUHJvZ3JhbW1pbmcgTGFuZ3VhZ2Ug",
       "OjogUHl0aG9uDQotLTgzYWQyNmJkNDYwMjU1NzUwZjdiNzg3NzUyMDUzZTI3DQpDb250ZW50LURp",
       "c3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImNsYXNzaWZpZXJzIg0KDQpUb3BpYyA6OiBHYW1l",
       "cy9FbnRlcnRhaW5tZW50DQotLTgzYWQyNmJkNDYwMjU1NzUwZjdiNzg3NzUyMDUzZTI3DQpDb250",
       "ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImRlc2NyaXB0aW9uIg0KDQpvbmUNCnR3",
       "bwotLSB0aHJlZQ0KDQotLTgzYWQyNmJkNDYwMjU1NzUwZjdiNzg3NzUyMDUzZTI3DQpDb250ZW50",
       "LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InJlcXVpcmVzX3B5dGhvbiINCg0KDQotLTgz",
       "YWQyNmJkNDYwMjU1NzUwZjdiNzg3NzUyMDUzZTI3DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3Jt",
       "LWRhdGE7IG5hbWU9ImNvbnRlbnQiOyBmaWxlbmFtZT0iZGVtby0xLjAudGFyLmd6Ig0KDQoAAQID",
       "BAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8",
       "PT4/QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl9gYWJjZGVmZ2hpamtsbW5vcHFyc3R1",
       "dnd4eXp7fH1+f4CBgoOEhYaHiImKi4yNjo+QkZKTlJWWl5iZmpucnZ6foKGio6SlpqeoqaqrrK2u",
       "r7CxsrO0tba3uLm6u7y9vr/AwcLDxMXGx8jJysvMzc7P0NHS09TV1tfY2drb3N3e3+Dh4uPk5ebn",
       "6Onq6+zt7u/w8fLz9PX29/j5+vv8/f7/DQotLQ0KLS0tMGYxZQ0KLS0wZjFlMmQzYw0NCi0tODNh",
       "ZDI2YmQ0NjAyNTU3NTBmN2I3ODc3NTIwNTNlMjctLQ0K"
      ],
      "client": "requests",
      "contentType": "multipart/form-data; boundary=83ad26bd460255750f7b787752053e27",
      "parts": [
       {
        "bytes": [
         "ZmlsZV91cGxvYWQ="
        ],
        "contentType": null,
        "fileName": null,
        "name": ":action"
       },
       {
        "bytes": [
         "MQ=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "protocol_version"
       },
       {
        "bytes": [
         "Wm/Dqw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "author"
       },
       {
        "bytes": [
         "UHJvZ3JhbW1pbmcgTGFuZ3VhZ2UgOjogUHl0aG9u"
        ],
        "contentType": null,
        "fileName": null,
        "name": "classifiers"
       },
       {
        "bytes": [
         "VG9waWMgOjogR2FtZXMvRW50ZXJ0YWlubWVudA=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "classifiers"
       },
       {
        "bytes": [
         "b25lDQp0d28KLS0gdGhyZWUNCg=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "description"
       },
       {
        "bytes": [],
        "contentType": null,
        "fileName": null,
        "name": "requires_python"
       },
       {
        "bytes": [
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4",
         "OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3Bx",
         "cnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmq",
         "q6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj",
         "5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MN"
        ],
        "contentType": null,
        "fileName": "demo-1.0.tar.gz",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS03OTUxNTE2YzhmMTU3NWRmOGY1OGY3Yzk5MTM2YjU2Nw0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSJjb250ZW50IjsgZmlsZW5hbWU9IiINCg0KDQotLTc5NTE1MTZjOGYx",
       "NTc1ZGY4ZjU4ZjdjOTkxMzZiNTY3LS0NCg=="
      ],
      "client": "requests with an empty file",
      "contentType": "multipart/form-data; boundary=7951516c8f1575df8f58f7c99136b567",
      "parts": [
       {
        "bytes": [],
        "contentType": null,
        "fileName": "",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS1lYjg5NWQyYTc5ZDg2NTQ2NzE1MjQwN2YzMTdlNDEwNA0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSI6YWN0aW9uIg0KDQpmaWxlX3VwbG9hZA0KLS1lYjg5NWQyYTc5ZDg2",
       "NTQ2NzE1MjQwN2YzMTdlNDEwNA0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1l",
       "PSJwcm90b2NvbF92ZXJzaW9uIg0KDQoxDQotLWViODk1ZDJhNzlkODY1NDY3MTUyNDA3ZjMxN2U0",
       "MTA0DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImF1dGhvciINCg0KWm/D",
       "qw0KLS1lYjg5NWQyYTc5ZDg2NTQ2NzE1MjQwN2YzMTdlNDEwNA0KQ29udGVudC1EaXNwb3NpdGlv",
       "bjogZm9ybS1kYXRhOyBuYW1lPSJjbGFzc2lmaWVycyINCg0KUHJvZ3JhbW1pbmcgTGFuZ3VhZ2Ug",
       "OjogUHl0aG9uDQotLWViODk1ZDJhNzlkODY1NDY3MTUyNDA3ZjMxN2U0MTA0DQpDb250ZW50LURp",
       "c3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImNsYXNzaWZpZXJzIg0KDQpUb3BpYyA6OiBHYW1l",
       "cy9FbnRlcnRhaW5tZW50DQotLWViODk1ZDJhNzlkODY1NDY3MTUyNDA3ZjMxN2U0MTA0DQpDb250",
       "ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImRlc2NyaXB0aW9uIg0KDQpvbmUNCnR3",
       "bwotLSB0aHJlZQ0KDQotLWViODk1ZDJhNzlkODY1NDY3MTUyNDA3ZjMxN2U0MTA0DQpDb250ZW50",
       "LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InJlcXVpcmVzX3B5dGhvbiINCg0KDQotLWVi",
       "ODk1ZDJhNzlkODY1NDY3MTUyNDA3ZjMxN2U0MTA0DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3Jt",
       "LWRhdGE7IG5hbWU9ImNvbnRlbnQiOyBmaWxlbmFtZT0iZGVtby0xLjAudGFyLmd6Ig0KQ29udGVu",
       "dC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0NCg0KAAECAwQFBgcICQoLDA0ODxAREhMU",
       "FRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xN",
       "Tk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWG",
       "h4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/",
       "wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4",
       "+fr7/P3+/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MNDQotLWViODk1ZDJhNzlkODY1NDY3MTUy",
       "NDA3ZjMxN2U0MTA0LS0NCg=="
      ],
      "client": "httpx",
      "contentType": "multipart/form-data; boundary=eb895d2a79d865467152407f317e4104",
      "parts": [
       {
        "bytes": [
         "ZmlsZV91cGxvYWQ="
        ],
        "contentType": null,
        "fileName": null,
        "name": ":action"
       },
       {
        "bytes": [
         "MQ=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "protocol_version"
       },
       {
        "bytes": [
         "Wm/Dqw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "author"
       },
       {
        "bytes": [
         "UHJvZ3JhbW1pbmcgTGFuZ3VhZ2UgOjogUHl0aG9u"
        ],
        "contentType": null,
        "fileName": null,
        "name": "classifiers"
       },
       {
        "bytes": [
         "VG9waWMgOjogR2FtZXMvRW50ZXJ0YWlubWVudA=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "classifiers"
       },
       {
        "bytes": [
         "b25lDQp0d28KLS0gdGhyZWUNCg=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "description"
       },
       {
        "bytes": [],
        "contentType": null,
        "fileName": null,
        "name": "requires_python"
       },
       {
        "bytes": [
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4",
         "OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3Bx",
         "cnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmq",
         "q6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj",
         "5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MN"
        ],
        "contentType": "application/octet-stream",
        "fileName": "demo-1.0.tar.gz",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS04OTRmYjYyZmRkM2U1NjM5ZDY1OWY5ZTJjYmQ5NzMwOQ0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSJ3ZSUyMmlyZCINCg0Kdg0KLS04OTRmYjYyZmRkM2U1NjM5ZDY1OWY5",
       "ZTJjYmQ5NzMwOQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJjb250ZW50",
       "IjsgZmlsZW5hbWU9ImElMjJiXFxjw6kud2hsIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi96",
       "aXANCg0KeA0KLS04OTRmYjYyZmRkM2U1NjM5ZDY1OWY5ZTJjYmQ5NzMwOS0tDQo="
      ],
      "client": "httpx with a strange file name",
      "contentType": "multipart/form-data; boundary=894fb62fdd3e5639d659f9e2cbd97309",
      "parts": [
       {
        "bytes": [
         "dg=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "we\"ird"
       },
       {
        "bytes": [
         "eA=="
        ],
        "contentType": "application/zip",
        "fileName": "a\"b\\c\u00e9.whl",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS04NzJhNTlhZjNjMGQ0NjU5OTM2MzU3NTE3YTYzY2UzOQ0KQ29udGVudC1EaXNwb3NpdGlvbjog",
       "Zm9ybS1kYXRhOyBuYW1lPSJtZXRhZGF0YV92ZXJzaW9uIg0KDQoyLjENCi0tODcyYTU5YWYzYzBk",
       "NDY1OTkzNjM1NzUxN2E2M2NlMzkNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFt",
       "ZT0idmVyc2lvbiINCg0KMS4wDQotLTg3MmE1OWFmM2MwZDQ2NTk5MzYzNTc1MTdhNjNjZTM5DQpD",
       "b250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9Im5hbWUiDQoNCmRlbW8NCi0tODcy",
       "YTU5YWYzYzBkNDY1OTkzNjM1NzUxN2E2M2NlMzkNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0t",
       "ZGF0YTsgbmFtZT0ic3VtbWFyeSINCg0KQSBkZW1vbnN0cmF0aW9uDQotLTg3MmE1OWFmM2MwZDQ2",
       "NTk5MzYzNTc1MTdhNjNjZTM5DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9",
       "InB5dmVyc2lvbiINCg0KcHkzDQotLTg3MmE1OWFmM2MwZDQ2NTk5MzYzNTc1MTdhNjNjZTM5DQpD",
       "b250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImZpbGV0eXBlIg0KDQpiZGlzdF93",
       "aGVlbA0KLS04NzJhNTlhZjNjMGQ0NjU5OTM2MzU3NTE3YTYzY2UzOQ0KQ29udGVudC1EaXNwb3Np",
       "dGlvbjogZm9ybS1kYXRhOyBuYW1lPSJzaGEyNTZfZGlnZXN0Ig0KDQoyMTk1ZDVjODMyOTExNDc0",
       "NDQ3ZWZiZWEyNDdlMzhkMjBlZTdkNTc0MjAxM2E2NGMzNjcxNGM1NmRkYmRlYTA0DQotLTg3MmE1",
       "OWFmM2MwZDQ2NTk5MzYzNTc1MTdhNjNjZTM5DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRh",
       "dGE7IG5hbWU9ImJsYWtlMl8yNTZfZGlnZXN0Ig0KDQplNjhlNGNmNDRjYzAwNWQ2YjBjMTNiOTY5",
       "ZGRmMzg0MGU3Y2I1YzY3MWQ2YjNiZGFiMTVhODIwYjUwZTUzZjE3DQotLTg3MmE1OWFmM2MwZDQ2",
       "NTk5MzYzNTc1MTdhNjNjZTM5DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9",
       "IjphY3Rpb24iDQoNCmZpbGVfdXBsb2FkDQotLTg3MmE1OWFmM2MwZDQ2NTk5MzYzNTc1MTdhNjNj",
       "ZTM5DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InByb3RvY29sX3ZlcnNp",
       "b24iDQoNCjENCi0tODcyYTU5YWYzYzBkNDY1OTkzNjM1NzUxN2E2M2NlMzkNCkNvbnRlbnQtRGlz",
       "cG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iY29udGVudCI7IGZpbGVuYW1lPSJkZW1vLTEuMC1w",
       "eTMtbm9uZS1hbnkud2hsIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0N",
       "Cg0KUEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAHAAAAZGVtby5weVBLAwQUAAAAAAAAACEAXH4S",
       "b0cAAABHAAAAGwAAAGRlbW8tMS4wLmRpc3QtaW5mby9NRVRBREFUQU1ldGFkYXRhLVZlcnNpb246",
       "IDIuMQpOYW1lOiBkZW1vClZlcnNpb246IDEuMApTdW1tYXJ5OiBBIGRlbW9uc3RyYXRpb24KUEsD",
       "BBQAAAAAAAAAIQA34aygSwAAAEsAAAAYAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMV2hlZWwt",
       "VmVyc2lvbjogMS4wCkdlbmVyYXRvcjogaGFuZApSb290LUlzLVB1cmVsaWI6IHRydWUKVGFnOiBw",
       "eTMtbm9uZS1hbnkKUEsDBBQAAAAAAAAAIQBa15IhCgAAAAoAAAAZAAAAZGVtby0xLjAuZGlzdC1p",
       "bmZvL1JFQ09SRGRlbW8ucHksLApQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAABwAAAAAAAAAA",
       "AAAAgAEAAAAAZGVtby5weVBLAQIUAxQAAAAAAAAAIQBcfhJvRwAAAEcAAAAbAAAAAAAAAAAAAACA",
       "ASUAAABkZW1vLTEuMC5kaXN0LWluZm8vTUVUQURBVEFQSwECFAMUAAAAAAAAACEAN+GsoEsAAABL",
       "AAAAGAAAAAAAAAAAAAAAgAGlAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMUEsBAhQDFAAAAAAA",
       "AAAhAFrXkiEKAAAACgAAABkAAAAAAAAAAAAAAIABJgEAAGRlbW8tMS4wLmRpc3QtaW5mby9SRUNP",
       "UkRQSwUGAAAAAAQABAALAQAAZwEAAAAADQotLTg3MmE1OWFmM2MwZDQ2NTk5MzYzNTc1MTdhNjNj",
       "ZTM5LS0NCg=="
      ],
      "client": "twine",
      "contentType": "multipart/form-data; boundary=872a59af3c0d4659936357517a63ce39",
      "parts": [
       {
        "bytes": [
         "Mi4x"
        ],
        "contentType": null,
        "fileName": null,
        "name": "metadata_version"
       },
       {
        "bytes": [
         "MS4w"
        ],
        "contentType": null,
        "fileName": null,
        "name": "version"
       },
       {
        "bytes": [
         "ZGVtbw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "name"
       },
       {
        "bytes": [
         "QSBkZW1vbnN0cmF0aW9u"
        ],
        "contentType": null,
        "fileName": null,
        "name": "summary"
       },
       {
        "bytes": [
         "cHkz"
        ],
        "contentType": null,
        "fileName": null,
        "name": "pyversion"
       },
       {
        "bytes": [
         "YmRpc3Rfd2hlZWw="
        ],
        "contentType": null,
        "fileName": null,
        "name": "filetype"
       },
       {
        "bytes": [
         "MjE5NWQ1YzgzMjkxMTQ3NDQ0N2VmYmVhMjQ3ZTM4ZDIwZWU3ZDU3NDIwMTNhNjRjMzY3MTRjNTZk",
         "ZGJkZWEwNA=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "sha256_digest"
       },
       {
        "bytes": [
         "ZTY4ZTRjZjQ0Y2MwMDVkNmIwYzEzYjk2OWRkZjM4NDBlN2NiNWM2NzFkNmIzYmRhYjE1YTgyMGI1",
         "MGU1M2YxNw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "blake2_256_digest"
       },
       {
        "bytes": [
         "ZmlsZV91cGxvYWQ="
        ],
        "contentType": null,
        "fileName": null,
        "name": ":action"
       },
       {
        "bytes": [
         "MQ=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "protocol_version"
       },
       {
        "bytes": [
         "UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAHAAAAZGVtby5weVBLAwQUAAAAAAAAACEAXH4Sb0cA",
         "AABHAAAAGwAAAGRlbW8tMS4wLmRpc3QtaW5mby9NRVRBREFUQU1ldGFkYXRhLVZlcnNpb246IDIu",
         "MQpOYW1lOiBkZW1vClZlcnNpb246IDEuMApTdW1tYXJ5OiBBIGRlbW9uc3RyYXRpb24KUEsDBBQA",
         "AAAAAAAAIQA34aygSwAAAEsAAAAYAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMV2hlZWwtVmVy",
         "c2lvbjogMS4wCkdlbmVyYXRvcjogaGFuZApSb290LUlzLVB1cmVsaWI6IHRydWUKVGFnOiBweTMt",
         "bm9uZS1hbnkKUEsDBBQAAAAAAAAAIQBa15IhCgAAAAoAAAAZAAAAZGVtby0xLjAuZGlzdC1pbmZv",
         "L1JFQ09SRGRlbW8ucHksLApQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAABwAAAAAAAAAAAAAA",
         "gAEAAAAAZGVtby5weVBLAQIUAxQAAAAAAAAAIQBcfhJvRwAAAEcAAAAbAAAAAAAAAAAAAACAASUA",
         "AABkZW1vLTEuMC5kaXN0LWluZm8vTUVUQURBVEFQSwECFAMUAAAAAAAAACEAN+GsoEsAAABLAAAA",
         "GAAAAAAAAAAAAAAAgAGlAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMUEsBAhQDFAAAAAAAAAAh",
         "AFrXkiEKAAAACgAAABkAAAAAAAAAAAAAAIABJgEAAGRlbW8tMS4wLmRpc3QtaW5mby9SRUNPUkRQ",
         "SwUGAAAAAAQABAALAQAAZwEAAAAA"
        ],
        "contentType": "application/octet-stream",
        "fileName": "demo-1.0-py3-none-any.whl",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS0wNmJhZDFmMDBlNmEwMmY3LWI3YTE5ZGQ2ZTM3NDM2NDQtMjZhZmViMmU4YWE1MTQ2NS0wZmNj",
       "ZTU1ZmQyOTlkMjcxDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9IjphY3Rp",
       "b24iDQoNCmZpbGVfdXBsb2FkDQotLTA2YmFkMWYwMGU2YTAyZjctYjdhMTlkZDZlMzc0MzY0NC0y",
       "NmFmZWIyZThhYTUxNDY1LTBmY2NlNTVmZDI5OWQyNzENCkNvbnRlbnQtRGlzcG9zaXRpb246IGZv",
       "cm0tZGF0YTsgbmFtZT0ic2hhMjU2X2RpZ2VzdCINCg0KMjE5NWQ1YzgzMjkxMTQ3NDQ0N2VmYmVh",
       "MjQ3ZTM4ZDIwZWU3ZDU3NDIwMTNhNjRjMzY3MTRjNTZkZGJkZWEwNA0KLS0wNmJhZDFmMDBlNmEw",
       "MmY3LWI3YTE5ZGQ2ZTM3NDM2NDQtMjZhZmViMmU4YWE1MTQ2NS0wZmNjZTU1ZmQyOTlkMjcxDQpD",
       "b250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImJsYWtlMl8yNTZfZGlnZXN0Ig0K",
       "DQplNjhlNGNmNDRjYzAwNWQ2YjBjMTNiOTY5ZGRmMzg0MGU3Y2I1YzY3MWQ2YjNiZGFiMTVhODIw",
       "YjUwZTUzZjE3DQotLTA2YmFkMWYwMGU2YTAyZjctYjdhMTlkZDZlMzc0MzY0NC0yNmFmZWIyZThh",
       "YTUxNDY1LTBmY2NlNTVmZDI5OWQyNzENCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsg",
       "bmFtZT0icHJvdG9jb2xfdmVyc2lvbiINCg0KMQ0KLS0wNmJhZDFmMDBlNmEwMmY3LWI3YTE5ZGQ2",
       "ZTM3NDM2NDQtMjZhZmViMmU4YWE1MTQ2NS0wZmNjZTU1ZmQyOTlkMjcxDQpDb250ZW50LURpc3Bv",
       "c2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9Im1ldGFkYXRhX3ZlcnNpb24iDQoNCjIuMQ0KLS0wNmJh",
       "ZDFmMDBlNmEwMmY3LWI3YTE5ZGQ2ZTM3NDM2NDQtMjZhZmViMmU4YWE1MTQ2NS0wZmNjZTU1ZmQy",
       "OTlkMjcxDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9Im5hbWUiDQoNCmRl",
       "bW8NCi0tMDZiYWQxZjAwZTZhMDJmNy1iN2ExOWRkNmUzNzQzNjQ0LTI2YWZlYjJlOGFhNTE0NjUt",
       "MGZjY2U1NWZkMjk5ZDI3MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJ2",
       "ZXJzaW9uIg0KDQoxLjANCi0tMDZiYWQxZjAwZTZhMDJmNy1iN2ExOWRkNmUzNzQzNjQ0LTI2YWZl",
       "YjJlOGFhNTE0NjUtMGZjY2U1NWZkMjk5ZDI3MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1k",
       "YXRhOyBuYW1lPSJmaWxldHlwZSINCg0KYmRpc3Rfd2hlZWwNCi0tMDZiYWQxZjAwZTZhMDJmNy1i",
       "N2ExOWRkNmUzNzQzNjQ0LTI2YWZlYjJlOGFhNTE0NjUtMGZjY2U1NWZkMjk5ZDI3MQ0KQ29udGVu",
       "dC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJweXZlcnNpb24iDQoNCnB5Mw0KLS0wNmJh",
       "ZDFmMDBlNmEwMmY3LWI3YTE5ZGQ2ZTM3NDM2NDQtMjZhZmViMmU4YWE1MTQ2NS0wZmNjZTU1ZmQy",
       "OTlkMjcxDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InN1bW1hcnkiDQoN",
       "CkEgZGVtb25zdHJhdGlvbg0KLS0wNmJhZDFmMDBlNmEwMmY3LWI3YTE5ZGQ2ZTM3NDM2NDQtMjZh",
       "ZmViMmU4YWE1MTQ2NS0wZmNjZTU1ZmQyOTlkMjcxDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3Jt",
       "LWRhdGE7IG5hbWU9InJlcXVpcmVzX3B5dGhvbiINCg0KDQotLTA2YmFkMWYwMGU2YTAyZjctYjdh",
       "MTlkZDZlMzc0MzY0NC0yNmFmZWIyZThhYTUxNDY1LTBmY2NlNTVmZDI5OWQyNzENCkNvbnRlbnQt",
       "RGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iY29udGVudCI7IGZpbGVuYW1lPSJkZW1vLTEu",
       "MC1weTMtbm9uZS1hbnkud2hsIg0KDQpQSwMEFAAAAAAAAAAhAAAAAAAAAAAAAAAAAAcAAABkZW1v",
       "LnB5UEsDBBQAAAAAAAAAIQBcfhJvRwAAAEcAAAAbAAAAZGVtby0xLjAuZGlzdC1pbmZvL01FVEFE",
       "QVRBTWV0YWRhdGEtVmVyc2lvbjogMi4xCk5hbWU6IGRlbW8KVmVyc2lvbjogMS4wClN1bW1hcnk6",
       "IEEgZGVtb25zdHJhdGlvbgpQSwMEFAAAAAAAAAAhADfhrKBLAAAASwAAABgAAABkZW1vLTEuMC5k",
       "aXN0LWluZm8vV0hFRUxXaGVlbC1WZXJzaW9uOiAxLjAKR2VuZXJhdG9yOiBoYW5kClJvb3QtSXMt",
       "UHVyZWxpYjogdHJ1ZQpUYWc6IHB5My1ub25lLWFueQpQSwMEFAAAAAAAAAAhAFrXkiEKAAAACgAA",
       "ABkAAABkZW1vLTEuMC5kaXN0LWluZm8vUkVDT1JEZGVtby5weSwsClBLAQIUAxQAAAAAAAAAIQAA",
       "AAAAAAAAAAAAAAAHAAAAAAAAAAAAAACAAQAAAABkZW1vLnB5UEsBAhQDFAAAAAAAAAAhAFx+Em9H",
       "AAAARwAAABsAAAAAAAAAAAAAAIABJQAAAGRlbW8tMS4wLmRpc3QtaW5mby9NRVRBREFUQVBLAQIU",
       "AxQAAAAAAAAAIQA34aygSwAAAEsAAAAYAAAAAAAAAAAAAACAAaUAAABkZW1vLTEuMC5kaXN0LWlu",
       "Zm8vV0hFRUxQSwECFAMUAAAAAAAAACEAWteSIQoAAAAKAAAAGQAAAAAAAAAAAAAAgAEmAQAAZGVt",
       "by0xLjAuZGlzdC1pbmZvL1JFQ09SRFBLBQYAAAAABAAEAAsBAABnAQAAAAANCi0tMDZiYWQxZjAw",
       "ZTZhMDJmNy1iN2ExOWRkNmUzNzQzNjQ0LTI2YWZlYjJlOGFhNTE0NjUtMGZjY2U1NWZkMjk5ZDI3",
       "MS0tDQo="
      ],
      "client": "uv",
      "contentType": "multipart/form-data; boundary=06bad1f00e6a02f7-b7a19dd6e3743644-26afeb2e8aa51465-0fcce55fd299d271",
      "parts": [
       {
        "bytes": [
         "ZmlsZV91cGxvYWQ="
        ],
        "contentType": null,
        "fileName": null,
        "name": ":action"
       },
       {
        "bytes": [
         "MjE5NWQ1YzgzMjkxMTQ3NDQ0N2VmYmVhMjQ3ZTM4ZDIwZWU3ZDU3NDIwMTNhNjRjMzY3MTRjNTZk",
         "ZGJkZWEwNA=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "sha256_digest"
       },
       {
        "bytes": [
         "ZTY4ZTRjZjQ0Y2MwMDVkNmIwYzEzYjk2OWRkZjM4NDBlN2NiNWM2NzFkNmIzYmRhYjE1YTgyMGI1",
         "MGU1M2YxNw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "blake2_256_digest"
       },
       {
        "bytes": [
         "MQ=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "protocol_version"
       },
       {
        "bytes": [
         "Mi4x"
        ],
        "contentType": null,
        "fileName": null,
        "name": "metadata_version"
       },
       {
        "bytes": [
         "ZGVtbw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "name"
       },
       {
        "bytes": [
         "MS4w"
        ],
        "contentType": null,
        "fileName": null,
        "name": "version"
       },
       {
        "bytes": [
         "YmRpc3Rfd2hlZWw="
        ],
        "contentType": null,
        "fileName": null,
        "name": "filetype"
       },
       {
        "bytes": [
         "cHkz"
        ],
        "contentType": null,
        "fileName": null,
        "name": "pyversion"
       },
       {
        "bytes": [
         "QSBkZW1vbnN0cmF0aW9u"
        ],
        "contentType": null,
        "fileName": null,
        "name": "summary"
       },
       {
        "bytes": [],
        "contentType": null,
        "fileName": null,
        "name": "requires_python"
       },
       {
        "bytes": [
         "UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAHAAAAZGVtby5weVBLAwQUAAAAAAAAACEAXH4Sb0cA",
         "AABHAAAAGwAAAGRlbW8tMS4wLmRpc3QtaW5mby9NRVRBREFUQU1ldGFkYXRhLVZlcnNpb246IDIu",
         "MQpOYW1lOiBkZW1vClZlcnNpb246IDEuMApTdW1tYXJ5OiBBIGRlbW9uc3RyYXRpb24KUEsDBBQA",
         "AAAAAAAAIQA34aygSwAAAEsAAAAYAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMV2hlZWwtVmVy",
         "c2lvbjogMS4wCkdlbmVyYXRvcjogaGFuZApSb290LUlzLVB1cmVsaWI6IHRydWUKVGFnOiBweTMt",
         "bm9uZS1hbnkKUEsDBBQAAAAAAAAAIQBa15IhCgAAAAoAAAAZAAAAZGVtby0xLjAuZGlzdC1pbmZv",
         "L1JFQ09SRGRlbW8ucHksLApQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAABwAAAAAAAAAAAAAA",
         "gAEAAAAAZGVtby5weVBLAQIUAxQAAAAAAAAAIQBcfhJvRwAAAEcAAAAbAAAAAAAAAAAAAACAASUA",
         "AABkZW1vLTEuMC5kaXN0LWluZm8vTUVUQURBVEFQSwECFAMUAAAAAAAAACEAN+GsoEsAAABLAAAA",
         "GAAAAAAAAAAAAAAAgAGlAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMUEsBAhQDFAAAAAAAAAAh",
         "AFrXkiEKAAAACgAAABkAAAAAAAAAAAAAAIABJgEAAGRlbW8tMS4wLmRpc3QtaW5mby9SRUNPUkRQ",
         "SwUGAAAAAAQABAALAQAAZwEAAAAA"
        ],
        "contentType": null,
        "fileName": "demo-1.0-py3-none-any.whl",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0wOTVlMDIyMmZjNDllNjVlDQpDb250ZW50LURpc3Bv",
       "c2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9Im5hbWUiDQoNCmRlbW8NCi0tLS0tLS0tLS0tLS0tLS0t",
       "LS0tLS0tLS0tMDk1ZTAyMjJmYzQ5ZTY1ZQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRh",
       "OyBuYW1lPSJjb250ZW50IjsgZmlsZW5hbWU9ImRlbW8tMS4wLXB5My1ub25lLWFueS53aGwiDQpD",
       "b250ZW50LVR5cGU6IGFwcGxpY2F0aW9uL29jdGV0LXN0cmVhbQ0KDQpQSwMEFAAAAAAAAAAhAAAA",
       "AAAAAAAAAAAAAAcAAABkZW1vLnB5UEsDBBQAAAAAAAAAIQBcfhJvRwAAAEcAAAAbAAAAZGVtby0x",
       "LjAuZGlzdC1pbmZvL01FVEFEQVRBTWV0YWRhdGEtVmVyc2lvbjogMi4xCk5hbWU6IGRlbW8KVmVy",
       "c2lvbjogMS4wClN1bW1hcnk6IEEgZGVtb25zdHJhdGlvbgpQSwMEFAAAAAAAAAAhADfhrKBLAAAA",
       "SwAAABgAAABkZW1vLTEuMC5kaXN0LWluZm8vV0hFRUxXaGVlbC1WZXJzaW9uOiAxLjAKR2VuZXJh",
       "dG9yOiBoYW5kClJvb3QtSXMtUHVyZWxpYjogdHJ1ZQpUYWc6IHB5My1ub25lLWFueQpQSwMEFAAA",
       "AAAAAAAhAFrXkiEKAAAACgAAABkAAABkZW1vLTEuMC5kaXN0LWluZm8vUkVDT1JEZGVtby5weSws",
       "ClBLAQIUAxQAAAAAAAAAIQAAAAAAAAAAAAAAAAAHAAAAAAAAAAAAAACAAQAAAABkZW1vLnB5UEsB",
       "AhQDFAAAAAAAAAAhAFx+Em9HAAAARwAAABsAAAAAAAAAAAAAAIABJQAAAGRlbW8tMS4wLmRpc3Qt",
       "aW5mby9NRVRBREFUQVBLAQIUAxQAAAAAAAAAIQA34aygSwAAAEsAAAAYAAAAAAAAAAAAAACAAaUA",
       "AABkZW1vLTEuMC5kaXN0LWluZm8vV0hFRUxQSwECFAMUAAAAAAAAACEAWteSIQoAAAAKAAAAGQAA",
       "AAAAAAAAAAAAgAEmAQAAZGVtby0xLjAuZGlzdC1pbmZvL1JFQ09SRFBLBQYAAAAABAAEAAsBAABn",
       "AQAAAAANCi0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tMDk1ZTAyMjJmYzQ5ZTY1ZS0tDQo="
      ],
      "client": "curl",
      "contentType": "multipart/form-data; boundary=------------------------095e0222fc49e65e",
      "parts": [
       {
        "bytes": [
         "ZGVtbw=="
        ],
        "contentType": null,
        "fileName": null,
        "name": "name"
       },
       {
        "bytes": [
         "UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAHAAAAZGVtby5weVBLAwQUAAAAAAAAACEAXH4Sb0cA",
         "AABHAAAAGwAAAGRlbW8tMS4wLmRpc3QtaW5mby9NRVRBREFUQU1ldGFkYXRhLVZlcnNpb246IDIu",
         "MQpOYW1lOiBkZW1vClZlcnNpb246IDEuMApTdW1tYXJ5OiBBIGRlbW9uc3RyYXRpb24KUEsDBBQA",
         "AAAAAAAAIQA34aygSwAAAEsAAAAYAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMV2hlZWwtVmVy",
         "c2lvbjogMS4wCkdlbmVyYXRvcjogaGFuZApSb290LUlzLVB1cmVsaWI6IHRydWUKVGFnOiBweTMt",
         "bm9uZS1hbnkKUEsDBBQAAAAAAAAAIQBa15IhCgAAAAoAAAAZAAAAZGVtby0xLjAuZGlzdC1pbmZv",
         "L1JFQ09SRGRlbW8ucHksLApQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAABwAAAAAAAAAAAAAA",
         "gAEAAAAAZGVtby5weVBLAQIUAxQAAAAAAAAAIQBcfhJvRwAAAEcAAAAbAAAAAAAAAAAAAACAASUA",
         "AABkZW1vLTEuMC5kaXN0LWluZm8vTUVUQURBVEFQSwECFAMUAAAAAAAAACEAN+GsoEsAAABLAAAA",
         "GAAAAAAAAAAAAAAAgAGlAAAAZGVtby0xLjAuZGlzdC1pbmZvL1dIRUVMUEsBAhQDFAAAAAAAAAAh",
         "AFrXkiEKAAAACgAAABkAAAAAAAAAAAAAAIABJgEAAGRlbW8tMS4wLmRpc3QtaW5mby9SRUNPUkRQ",
         "SwUGAAAAAAQABAALAQAAZwEAAAAA"
        ],
        "contentType": "application/octet-stream",
        "fileName": "demo-1.0-py3-none-any.whl",
        "name": "content"
       }
      ]
     },
     {
      "body": [
       "LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS05MTk2MWIxMDFjOWZlZjAyDQpDb250ZW50LURpc3Bv",
       "c2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImNvbnRlbnQiOyBmaWxlbmFtZT0iYSUyMmJcYy50eHQi",
       "DQpDb250ZW50LVR5cGU6IHRleHQvcGxhaW4NCg0KAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBka",
       "GxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJT",
       "VFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouM",
       "jY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TF",
       "xsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+",
       "/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MNDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTkx",
       "OTYxYjEwMWM5ZmVmMDItLQ0K"
      ],
      "client": "curl with a strange file name",
      "contentType": "multipart/form-data; boundary=------------------------91961b101c9fef02",
      "parts": [
       {
        "bytes": [
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4",
         "OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3Bx",
         "cnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmq",
         "q6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj",
         "5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0NCi0tLTBmMWUNCi0tMGYxZTJkM2MN"
        ],
        "contentType": "text/plain",
        "fileName": "a\"b\\c.txt",
        "name": "content"
       }
      ]
     }
    ]
    """#
