import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart } from "./bar-chart";
import { LineChart } from "./line-chart";
import { OutlineMap } from "./outline-map";
import { QrCode } from "./qr-code";
import { svgLines } from "./svg-text";
import { lanes, Trace } from "./trace";

/** Texts of the body cells of the first table, row by row. */
function tableOf(html: string): string[][] {
	const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
	return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
		[...(row[1] ?? "").matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => cell[1] ?? ""),
	);
}

function expectNamed(html: string): void {
	const [, title, text] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(html) ?? [];
	expect(html).toContain(`<title id="${title}">`);
	expect(html).toContain(`<desc id="${text}">`);
}

describe("charts", () => {
	it("bars: the table holds every number, bars are to scale", () => {
		const html = renderToStaticMarkup(
			<BarChart
				title="Beiträge"
				description="Verkehr liegt vorn."
				valueLabel="Zahl"
				bars={[
					{ label: "Verkehr", value: 1200 },
					{ label: "Schule", value: 600, text: "600 (50 %)" },
					{ label: "Friedhof", value: 0 },
				]}
			/>,
		);
		expectNamed(html);
		expect(tableOf(html)).toEqual([
			["Verkehr", "1.200"],
			["Schule", "600 (50 %)"],
			["Friedhof", "0"],
		]);
		const widths = [...html.matchAll(/gw-svg-bar" x="0" y="[\d.]+" width="([\d.]+)"/g)].map((match) =>
			Number(match[1]),
		);
		expect(widths[1]).toBeCloseTo((widths[0] ?? 0) / 2);
		expect(widths[2]).toBe(0);
	});

	it("bars: nothing at all, and nothing but zero, can be drawn", () => {
		const props = { title: "Leer", description: "Noch nichts.", valueLabel: "Zahl" };
		for (const bars of [[], [{ label: "A", value: 0 }]])
			expect(renderToStaticMarkup(<BarChart {...props} bars={bars} />)).not.toMatch(/NaN|Infinity/);
	});

	it("lines: the table holds every number, a gap is a gap", () => {
		const html = renderToStaticMarkup(
			<LineChart
				title="Kosten"
				description="Steigt."
				stepLabel="Jahr"
				steps={["2026", "2027", "2028"]}
				series={[
					{ name: "Soll", values: [10, 20, 30] },
					{ name: "Ist", values: [10, null, -5] },
				]}
			/>,
		);
		expectNamed(html);
		expect(tableOf(html)).toEqual([
			["2026", "10", "10"],
			["2027", "20", "–"],
			["2028", "30", "-5"],
		]);
		expect(html).not.toMatch(/NaN|Infinity/);
		expect(html.match(/gw-line--1.*?<\/g>/s)?.[0].match(/<rect /g)).toHaveLength(3);
	});

	it("lines: without any value", () => {
		const html = renderToStaticMarkup(
			<LineChart title="x" description="x" stepLabel="Jahr" steps={[]} series={[{ name: "a", values: [] }]} />,
		);
		expect(html).not.toMatch(/NaN|Infinity/);
	});
});

describe("map", () => {
	const square = (lon: number, lat: number) => ({
		type: "Polygon" as const,
		coordinates: [
			[
				[lon, lat],
				[lon + 0.1, lat],
				[lon + 0.1, lat + 0.1],
				[lon, lat + 0.1],
				[lon, lat],
			] as [number, number][],
		],
	});

	it("draws areas whatever their winding, north up, and lists places by number", () => {
		const turned = {
			type: "Polygon" as const,
			coordinates: square(7.1, 50.3).coordinates.map((ring) => [...ring].reverse()),
		};
		const html = renderToStaticMarkup(
			<OutlineMap
				title="Karte"
				description="Zwei Gebiete."
				areas={[
					{ id: "1", name: "Süd", geometry: square(7, 50.2), text: "3 Beiträge" },
					{ id: "2", name: "Nord", geometry: turned, href: "/nord" },
				]}
				points={[{ id: "p", name: "Rathaus", at: [7.05, 50.25], href: "/rathaus" }]}
			/>,
		);
		expectNamed(html);
		const [south, north] = [...html.matchAll(/class="gw-area[^"]*" d="M([\d.]+),([\d.]+)/g)].map((match) =>
			Number(match[2]),
		);
		expect(south).toBeGreaterThan(north ?? Number.NaN);
		expect(html).toContain('<a href="/rathaus">Rathaus</a>');
		expect(html).toContain("3 Beiträge");
		expect(html).not.toMatch(/NaN|Infinity/);
	});
});

describe("trace", () => {
	const steps = [
		{ id: "a", kind: "Beitrag", title: "Erste Idee", href: "/a" },
		{ id: "b", kind: "Beitrag", title: "Zweite Idee", href: "/b", from: [] },
		{ id: "c", kind: "Empfehlung", title: "Beide", href: "/c", from: ["a", "b"] },
		{ id: "d", kind: "Maßnahme", title: "Pilot", here: true },
	];

	it("a step goes on in the lane it came from, a branch opens its own", () => {
		expect([...lanes(steps)]).toEqual([
			["a", 0],
			["b", 1],
			["c", 0],
			["d", 0],
		]);
	});

	it("the list holds every step in order, links all but this one; the picture has a line per origin", () => {
		const html = renderToStaticMarkup(<Trace steps={steps} />);
		expectNamed(html);
		expect([...html.matchAll(/gw-step__title">(?:<a href="[^"]+">)?([^<]+)/g)].map((match) => match[1])).toEqual([
			"Erste Idee",
			"Zweite Idee",
			"Beide",
			"Pilot",
		]);
		expect(html.match(/gw-trace-link/g)).toHaveLength(3);
		expect(html.match(/aria-current="step"/g)).toHaveLength(1);
	});

	it("nothing happened yet", () => {
		expect(renderToStaticMarkup(<Trace steps={[]} />)).not.toMatch(/NaN|Infinity/);
	});
});

describe("svgLines", () => {
	it.each([
		["kurz", 10, 2, ["kurz"]],
		["eins zwei drei", 9, 2, ["eins zwei", "drei"]],
		["eins zwei drei vier", 9, 1, ["eins …"]],
		["Donaudampfschifffahrt", 10, 2, ["Donaudamp…"]],
	])("%s", (text, width, lines, expected) => {
		expect(svgLines(text, width, lines)).toEqual(expected);
	});
});

describe("QrCode", () => {
	it("has a name, and shows the address in words", () => {
		const html = renderToStaticMarkup(<QrCode url="https://beispiel.de/b/7k2m" />);
		expect(html).toContain('aria-label="QR-Code für https://beispiel.de/b/7k2m"');
		expect(html).toContain(">beispiel.de/b/7k2m</a>");
	});
});
