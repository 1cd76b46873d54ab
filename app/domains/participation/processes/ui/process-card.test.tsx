import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ProcessCard } from "./process-card";

const now = new Date("2026-11-22T10:00:00Z");
const process = {
	title: "Ein Name für das Bürgerhaus",
	summary: "Vier Namen stehen zur Wahl.",
	href: "/o/mendig/beteiligung/ein-name",
	shortPath: "/v/ABCDEFGH",
	hasEasyLanguage: false,
	placeName: "Mendig",
	state: "running" as const,
	contributingUntil: new Date("2026-12-01T23:00:00Z"),
	opensAt: null,
	lastDay: null,
	answeredUntil: null,
};

it.each([
	["a vote has no contributions to count", 0, false, null],
	["a collection that has begun says that there are none yet", 0, true, "noch keine Beiträge"],
	["what there is is always counted", 3, false, "3 Beiträge"],
])("%s", (_, contributions, hasTakenContributions, said) => {
	const html = renderToStaticMarkup(
		<ProcessCard process={{ ...process, contributions, hasTakenContributions }} now={now} />,
	);
	if (said) expect(html).toContain(said);
	else expect(html).not.toContain("Beiträge");
});
