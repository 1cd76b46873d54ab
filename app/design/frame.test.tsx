import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LocaleProvider, missingTexts } from "~/platform/i18n";
import { Breadcrumb } from "./breadcrumb";
import { DataTable } from "./data-table";
import { Gallery } from "./gallery";
import { messages } from "./messages";
import { PageFrame } from "./page-frame";
import { Pagination, pageWindow } from "./pagination";
import { SupportButton } from "./support-button";
import { LocalDate, Period } from "./time";

const frame = {
	place: { name: "Landkreis Mayen-Koblenz", href: "/" },
	navigation: [
		{ href: "/beteiligung", label: "Beteiligung", current: true },
		{ href: "/lotsen", label: "Ansprechpersonen" },
	],
	languageAction: "/sprache",
	returnTo: "/beteiligung?seite=2",
	footer: {
		phone: { number: "+49 261 108-0" },
		imprintHref: "/impressum",
		privacyHref: "/datenschutz",
		accessibilityHref: "/barrierefreiheit",
		owner: "Landkreis",
	},
};

/** The attributes of every element of one name; React sorts them as it likes. */
function tags(html: string, name: string): Record<string, string>[] {
	return [...html.matchAll(new RegExp(`<${name}( [^>]*)?>`, "g"))].map((tag) =>
		Object.fromEntries([...(tag[1] ?? "").matchAll(/ ([\w-]+)="([^"]*)"/g)].map((pair) => [pair[1], pair[2]])),
	);
}

describe("PageFrame", () => {
	it("leads to the content first, marks where one is, and offers the other language by POST", () => {
		const html = renderToStaticMarkup(
			<PageFrame {...frame} account={{ signInHref: "/anmelden" }}>
				<h1>Hallo</h1>
			</PageFrame>,
		);
		expect(html.indexOf('href="#inhalt"')).toBeLessThan(html.indexOf("<header"));
		expect(html).toContain('<main id="inhalt"');
		expect(html).toMatch(/href="\/beteiligung" aria-current="page"/);
		expect(tags(html, "form")).toContainEqual(expect.objectContaining({ method: "post", action: "/sprache" }));
		expect(tags(html, "input")).toContainEqual(
			expect.objectContaining({ name: "returnTo", value: "/beteiligung?seite=2" }),
		);
		expect(tags(html, "button")).toContainEqual(expect.objectContaining({ name: "locale", value: "en", lang: "en" }));
		expect(html).toContain('href="tel:+492611080"');
		expect(html).toContain('href="/anmelden"');
		expect(html).not.toContain("Abmelden");
	});

	it("signed in: own name, sign out by POST; English: the other language is German", () => {
		const html = renderToStaticMarkup(
			<LocaleProvider locale="en">
				<PageFrame {...frame} keepDrafts account={{ name: "Anna", href: "/konto", signOutAction: "/abmelden" }}>
					<h1>Hello</h1>
				</PageFrame>
			</LocaleProvider>,
		);
		expect(tags(html, "form")).toContainEqual(expect.objectContaining({ method: "post", action: "/abmelden" }));
		expect(tags(html, "button")).toContainEqual(expect.objectContaining({ name: "locale", value: "de", lang: "de" }));
		expect(html).toContain("data-keep-drafts");
		expect(html).not.toContain("Anmelden");
	});
});

describe("texts of the components", () => {
	it("stand in both languages", () => {
		expect(missingTexts(messages)).toEqual([]);
	});

	it.each(["de", "en"] as const)("the gallery renders in %s with no id twice and no style attribute", (locale) => {
		const html = renderToStaticMarkup(
			<LocaleProvider locale={locale}>
				<Gallery />
			</LocaleProvider>,
		);
		const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		// The CSP refuses style attributes and handlers.
		expect(html).not.toMatch(/ style="| on[a-z]+="/);
	});
});

describe("pagination", () => {
	it.each([
		[1, 1, [1]],
		[1, 5, [1, 2, null, 5]],
		[3, 5, [1, 2, 3, 4, 5]],
		[7, 62, [1, null, 6, 7, 8, null, 62]],
		[62, 62, [1, null, 61, 62]],
		[4, 9, [1, 2, 3, 4, 5, null, 9]],
	])("page %i of %i", (page, pages, expected) => {
		expect(pageWindow(page, pages)).toEqual(expected);
	});

	it("counts from to of, and has no links for one page", () => {
		const html = renderToStaticMarkup(<Pagination page={1} pageSize={20} total={0} hrefFor={() => "?"} />);
		expect(html).toContain("0 bis 0 von 0");
		expect(html).not.toContain("<nav");
		const last = renderToStaticMarkup(
			<Pagination page={3} pageSize={20} total={45} hrefFor={(page) => `?seite=${page}`} />,
		);
		expect(last).toContain("41 bis 45 von 45");
		expect(last).not.toContain('rel="next"');
	});
});

describe("small ones", () => {
	it("DataTable: scopes, sorting, and the empty state instead of an empty table", () => {
		const columns = [
			{
				key: "n",
				header: "Name",
				cell: (row: string) => row,
				rowHeader: true,
				sort: { href: "?s", direction: "descending" as const },
			},
			{ key: "l", header: "Länge", cell: (row: string) => row.length, numeric: true },
		];
		const html = renderToStaticMarkup(
			<DataTable caption="Orte" columns={columns} rows={["Mayen"]} rowKey={(row) => row} />,
		);
		expect(html).toContain('<th scope="col" aria-sort="descending">');
		expect(html).toContain('<th scope="row">Mayen</th><td data-label="Länge"');
		const empty = <DataTable caption="Orte" columns={columns} rows={[]} rowKey={(row) => row} empty={<p>leer</p>} />;
		expect(renderToStaticMarkup(empty)).toBe("<p>leer</p>");
	});

	it("SupportButton says what pressing it will do", () => {
		const html = renderToStaticMarkup(<SupportButton action="/s" title="Radweg" supported count={1} />);
		expect(tags(html, "button")).toEqual([
			expect.objectContaining({ name: "supported", value: "no", "aria-label": "Unterstützt, zurücknehmen: Radweg" }),
		]);
		expect(html).toContain("eine Unterstützung");
	});

	it("dates are for machines too, periods may be open", () => {
		expect(renderToStaticMarkup(<LocalDate value="2026-03-01" />)).toBe('<time dateTime="2026-03-01">1.3.2026</time>');
		expect(renderToStaticMarkup(<Period until="2026-03-01" />)).toContain("bis <time");
		expect(renderToStaticMarkup(<Period from="2026-03-01" />)).toContain("ab <time");
	});

	it("Breadcrumb: the last one is here", () => {
		const html = renderToStaticMarkup(<Breadcrumb entries={[{ label: "Start", href: "/" }, { label: "Hier" }]} />);
		expect(html).toContain('<span aria-current="page">Hier</span>');
	});
});
