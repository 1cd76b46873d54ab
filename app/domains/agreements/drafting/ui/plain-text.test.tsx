import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PlainText } from "./plain-text";

test("a contract's text stands on the page as it was typed, whatever it looks like (13)", () => {
	const page = renderToStaticMarkup(
		<PlainText text={'<script>alert("x")</script> &amp; #read("x")\n=1+1\n\n*fett*'} />,
	);
	expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;amp; #read(&quot;x&quot;)");
	expect(page).not.toContain("<script");
	expect(page).toContain("=1+1");
	expect(page.match(/<p>/g)).toHaveLength(2);
});
