import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LocaleProvider } from "~/platform/i18n";
import { ErrorPage } from "./error-page";
import { PageFacts } from "./page-facts";

function page(status: number): string {
	const facts = { locale: "de", nonce: "n", requestId: "incident-1", path: "/x", method: "POST" } as const;
	return renderToStaticMarkup(
		<PageFacts value={facts}>
			<LocaleProvider locale="de">
				<ErrorPage status={status} data={null} />
			</LocaleProvider>
		</PageFacts>,
	);
}

test.each([
	[400, "Das konnten wir nicht lesen"],
	[413, "Das ist zu viel auf einmal"],
	[415, "Das konnten wir nicht lesen"],
	[404, "Diese Seite gibt es nicht"],
	[500, "Das hat nicht geklappt"],
])("%i is said in its own words, and only our own errors have a number to call about", (status, title) => {
	const html = page(status);
	expect(html).toContain(title);
	expect(html.includes("incident-1")).toBe(status === 500);
	expect(html.includes("aufbewahrt")).toBe(status === 500);
});
