import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { useProblems } from "./problems";

const words = {
	de: { refusals: { invalid: "Bitte prüfen Sie das.", bound: "Zugesagt bis {day}, von {party}, {months} Monate." } },
	en: { refusals: { invalid: "Please check this.", bound: "Promised until {day}, by {party}, {months} months." } },
};

function Sentences({ refusals }: { refusals: Parameters<typeof useProblems>[1] }) {
	const { errors, at } = useProblems(words, refusals);
	return `${errors.map(({ message }) => message).join(" | ")} @ ${at("day")}`;
}
const read = (refusals: Parameters<typeof useProblems>[1]) => renderToStaticMarkup(<Sentences refusals={refusals} />);

it("writes a calendar day as people do, everything else as it is, and never shows a code", () => {
	const values = { day: "2028-12-31", party: "Bauhof 2028-12", months: 12 };
	expect(read([{ code: "bound", field: "day", values }, { code: "who-knows" }])).toBe(
		"Zugesagt bis 31.12.2028, von Bauhof 2028-12, 12 Monate. | Bitte prüfen Sie das. @ Zugesagt bis 31.12.2028, von Bauhof 2028-12, 12 Monate.",
	);
});
