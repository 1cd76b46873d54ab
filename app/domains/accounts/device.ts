const browsers: [RegExp, string][] = [
	[/Edg(?:e|A|iOS)?\//, "Edge"],
	[/OPR\//, "Opera"],
	[/SamsungBrowser\//, "Samsung Internet"],
	[/(?:Firefox|FxiOS)\//, "Firefox"],
	[/(?:Chrome|CriOS)\//, "Chrome"],
	[/Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
	[/Android/, "Android"],
	[/iPhone|iPad/, "iOS"],
	[/Windows/, "Windows"],
	[/Mac OS X|Macintosh/, "macOS"],
	[/CrOS/, "ChromeOS"],
	[/Linux/, "Linux"],
];

/** "Firefox, Linux": enough to recognise one's own device, too little to track it. Empty when nothing is recognised. */
export function deviceOf(userAgent: string | null): string {
	const nameIn = (list: [RegExp, string][]) => list.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
	return [nameIn(browsers), nameIn(systems)].filter((name) => name !== undefined).join(", ");
}
