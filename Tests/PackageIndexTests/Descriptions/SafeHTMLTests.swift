import PackageIndex
import Testing

@Suite("HTML that was checked")
struct SafeHTMLTests {
    @Test(arguments: [
        "", "text &amp; more", "<p>a <strong>b</strong><br>c</p>",
        #"<h1 align="center">x</h1><hr>"#, #"<p id="user-content-a">x</p>"#,
        #"<pre><span class="k">def</span></pre>"#,
        #"<a href="https://a.example" rel="nofollow noopener noreferrer">x</a>"#,
        #"<img src="https://a.example/a.png" alt="a" width="80%" height="20">"#,
        #"<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>"#,
        #"<input type="checkbox" disabled="" checked="">"#,
    ])
    func `what is safe comes out as it went in`(html: String) throws {
        let once = try SafeHTML(checking: html).text
        #expect(once == html)
        #expect(try SafeHTML(checking: once).text == once)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<p onclick=\"x\">a</p>", "<p style=\"x\">a</p>",
        "<form action=\"/x\"><p>a</p></form>", "<iframe src=\"https://a.example\"></iframe>",
        "<svg></svg>", "<math></math>", "<style>p{}</style>", "<link rel=\"x\">", "<meta>",
        "<base href=\"https://a.example\">", "<object></object>", "<embed>", "<button>x</button>",
        "<textarea></textarea>", "<template></template>", "<video></video>", "<title>x</title>",
        "<p>", "</p>", "</div><p>x</p>", "<p><b>x</p></b>", "<p", "<p x>", "<p x=y>a</p>",
        "<p x='y'>a</p>", "<P>x</P>", "<p\nid=\"a\">x</p>", "<p/>", "<!-- x -->", "<!DOCTYPE html>",
        "<p id=\"a\" id=\"b\">x</p>", "<", "a<b", "<a href=\"x\"", "<img srcset=\"x\">",
        "<p formaction=\"x\">a</p>", "<?xml?>", "<![CDATA[x]]>", "<p id=\"a\"onclick=\"x\">a</p>",
    ])
    func `what is not is refused as a whole`(html: String) {
        #expect(throws: SafeHTML.Unsafe.self) { try SafeHTML(checking: html) }
    }

    @Test func `nesting has an end`() throws {
        let deep = String(repeating: "<b>", count: 300) + String(repeating: "</b>", count: 300)
        #expect(throws: SafeHTML.Unsafe.self) { try SafeHTML(checking: deep) }
    }

    @Test(
        arguments: [
            (#"<a href="javascript:alert(1)">x</a>"#, "<a>x</a>"),
            (#"<a href="JaVaScRiPt&#58;alert(1)">x</a>"#, "<a>x</a>"),
            (#"<a href="//a.example">x</a>"#, "<a>x</a>"),
            (
                ##"<a href="#x" id="user-content-x" rel="nofollow"></a>"##,
                #"<a id="user-content-x"></a>"#
            ),
            (#"<a href="/account/logout/">x</a>"#, "<a>x</a>"),
            (#"<a href="data:text/html,x">x</a>"#, "<a>x</a>"),
            (
                ##"<a href="#files" rel="opener">x</a>"##,
                ##"<a href="#user-content-files" rel="nofollow noopener noreferrer">x</a>"##
            ),
            (#"<img src="/manage/x" alt="a">"#, #"<img alt="a">"#),
            (#"<p id="files">x</p>"#, #"<p id="user-content-files">x</p>"#),
            (#"<p id="a b">x</p>"#, "<p>x</p>"),
            (#"<p class="banner k">x</p>"#, #"<p class="k">x</p>"#),
            (#"<div class="button button-primary">x</div>"#, "<div>x</div>"),
            (#"<input type="password">"#, ""),
            (#"<input type="checkbox">"#, #"<input type="checkbox" disabled="">"#),
            (#"<img src="https://a.example" width="100000">"#, #"<img src="https://a.example">"#),
            (#"<p title="x" data-x="y">a</p>"#, "<p>a</p>"),
            ("a > b", "a &gt; b"),
        ] as [(String, String)])
    func `what could mislead is left out`(html: String, kept: String) throws {
        #expect(try SafeHTML(checking: html).text == kept)
    }

    @Test(
        arguments: [
            (#"<img src="docs/logo.svg" alt="">"#, false), (#"<img alt=" ">"#, false),
            (" \n&nbsp;", false), ("<span></span>", false),
            (#"<input type="checkbox">"#, false), (#"<img alt="logo">"#, true),
            (#"<img src="https://a.example/a.png" alt="">"#, true),
            ("<span><b>x</b></span>", true), ("x<span></span>", true),
        ] as [(String, Bool)])
    func `a link leads somewhere only where something in it shows or has a name`(
        content: String, isLink: Bool
    ) throws {
        let html = #"before <a href="https://a.example" id="x">\#(content)</a> after"#
        for images in DescriptionImages.allCases {
            let text = try SafeHTML(checking: html).text(images: images)
            #expect(text.contains(#"<a href="https://a.example""#) == isLink)
            #expect(text.contains(#"id="user-content-x""#))
        }
    }

    @Test func `a link's title is its name, and no other link's`() throws {
        let rel = #"rel="nofollow noopener noreferrer""#
        for html in [
            #"<a href="https://a.example" title="A" \#(rel)></a>"#,
            #"<a href="https://a.example" \#(rel)>x</a><a></a>"#,
        ] {
            #expect(try SafeHTML(checking: html).text == html)
        }
        #expect(
            try SafeHTML(checking: #"x<a href="https://a.example"></a><a title="A"></a>"#).text
                == #"x<a></a><a title="A"></a>"#)
    }

    @Test(
        arguments: [
            (53, nil), (52, "<h1>a</h1><ul><li>one</li><li>two <b>x</b>!</li></ul>"),
            (47, "<h1>a</h1><ul><li>one</li></ul>"),
            (40, "<h1>a</h1><ul><li>one</li></ul>"), (12, "<h1>a</h1>"), (10, "<h1>a</h1>"),
            (9, "<h1>a</h1>"), (4, ""), (0, ""),
        ] as [(Int, String?)])
    func `a beginning ends where a block does`(bytes: Int, kept: String?) throws {
        let html = "<h1>a</h1><ul><li>one</li><li>two <b>x</b>!</li></ul>"
        #expect(try SafeHTML(checking: html).beginning(bytes: bytes)?.text == kept)
    }

    @Test(
        arguments: [
            (22, "<p>one two &amp;</p>"), (14, "<p>one two</p>"), (9, "<p>one</p>"),
            (4, "<p>o</p>"), (3, ""),
        ] as [(Int, String)])
    func `a beginning in one long paragraph ends between two words`(
        bytes: Int, kept: String
    ) throws {
        let html = "<p>one two &amp; three <b>four</b></p>"
        #expect(try SafeHTML(checking: html).beginning(bytes: bytes)?.text == kept)
    }

    @Test(
        arguments: [
            ("<pre>0123456789</pre>", 12, "<pre>012345</pre>"),
            ("<p>もうすぐ食べごろ</p>", 16, "<p>もうす</p>"),
            ("<p>See abcdefghijklmnop</p>", 18, "<p>See abcdefghij</p>"),
            ("<p>abc&amp;defghijkl</p>", 11, "<p>abc</p>"),
            ("<p>abc&amp;defghijkl</p>", 13, "<p>abc&amp;d</p>"),
            ("<p>x<a>0123456789</a></p>", 14, "<p>x</p>"),
        ] as [(String, Int, String)])
    func `a beginning without blanks ends between two characters, in no reference and no link`(
        html: String, bytes: Int, kept: String
    ) throws {
        #expect(try SafeHTML(checking: html).beginning(bytes: bytes)?.text == kept)
    }

    @Test func `a beginning is a document wherever it ends`() throws {
        let html =
            #"<div class="highlight"><pre><span class="k">def</span> x\n</pre></div>"#
            + #"<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b<br>c</td></tr>"#
            + #"<tr><td><a href="https://a.example"><b>d</b> e</a> f</td></tr></tbody></table>"#
            + #"<p><img src="https://a.example/a.png" alt="g"> h <a href="https://b.example"> "#
            + #"<img alt="i"></a> <em>j</em></p>"#
        let document = try SafeHTML(checking: html)
        let count = document.text.utf8.count
        #expect(document.beginning(bytes: count) == nil)
        for bytes in 0..<count {
            let beginning = try #require(document.beginning(bytes: bytes)).text
            // No link has lost its words, and nothing that was open stays so.
            #expect(try SafeHTML(checking: beginning).text == beginning, "\(bytes)")
            #expect(beginning.utf8.count <= bytes + 60, "\(bytes)")
        }
    }

    @Test func `images are shown, linked or described as the settings say`() throws {
        let html =
            #"<p><img src="https://a.example/a.png" alt="A"><a href="https://b.example">"#
            + #"<img src="http://c.example/c.png" alt="C"></a><img alt="D"></p>"#
        let safe = try SafeHTML(checking: html)
        let rel = #"rel="nofollow noopener noreferrer""#
        #expect(
            safe.text(images: .show)
                == #"<p><img src="https://a.example/a.png" alt="A" loading="lazy" "#
                + #"referrerpolicy="no-referrer"><a href="https://b.example" \#(rel)>"#
                + #"<span>C</span></a>D</p>"#)
        #expect(
            safe.text(images: .link)
                == #"<p><a href="https://a.example/a.png" \#(rel)>A</a>"#
                + #"<a href="https://b.example" \#(rel)><span>C</span></a>D</p>"#)
        #expect(
            safe.text(images: .hide)
                == #"<p><span>A</span><a href="https://b.example" \#(rel)><span>C</span></a>D</p>"#)
        #expect(DescriptionImages.show.contentSecuritySources == "'self' https:")
        #expect(DescriptionImages.link.contentSecuritySources == "'self'")
    }
}
