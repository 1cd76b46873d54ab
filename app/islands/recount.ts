import {
	completions,
	isVoteFile,
	type RecountChoice,
	recount,
	recountRules,
	recountVote,
	stops,
	UnreadablePabulib,
	UnreadableVote,
} from "~/domains/counting";

type Words = Record<
	| "counting"
	| "noFile"
	| "unreadable"
	| "uncountable"
	| "summary"
	| "voteSummary"
	| "voteNobody"
	| "same"
	| "different",
	string
>;

/**
 * Counts a .pb file, or a vote between options (.json), in this browser with the house's own counting code. The box is hidden without JavaScript; texts come
 * from its data attributes. Nothing leaves the browser.
 */
export default function recountHere(box: HTMLElement): void {
	const form = box.querySelector("form");
	const output = box.querySelector<HTMLElement>("[data-recount-result]");
	if (!form || !output) return;
	const words: Words = JSON.parse(box.dataset.words ?? "{}");
	box.hidden = false;

	const say = (tag: string, text: string) => {
		const element = document.createElement(tag);
		element.textContent = text;
		return element;
	};

	async function text(file: FormDataEntryValue | null): Promise<string | null> {
		if (file instanceof File && file.size > 0) return file.text();
		if (!box.dataset.source) return null;
		const answer = await fetch(box.dataset.source);
		return answer.ok ? answer.text() : null;
	}

	function show(source: string, choice: RecountChoice): void {
		const { file, count } = recount(source, choice);
		const money = (amount: bigint) =>
			`${(Number((amount * 100n) / file.election.unit) / 100).toLocaleString(document.documentElement.lang)} ${file.meta.currency ?? ""}`;
		const summary = words.summary
			.replace("{count}", String(count.funded.length))
			.replace("{cost}", money(BigInt(count.spent)))
			.replace("{budget}", money(file.election.budget))
			.replace("{voters}", count.voters);
		const list = document.createElement("ol");
		for (const id of count.funded) {
			const project = file.projects.find((one) => one.id === id);
			list.append(say("li", `${id}. ${project?.name ?? ""} – ${money(project?.cost ?? 0n)}`));
		}
		output?.replaceChildren(say("p", summary), list);
		if (file.selected.length > 0 && choice === null) {
			const isSame = [...file.selected].sort().join() === [...count.funded].sort().join();
			output?.append(say("p", isSame ? words.same : words.different));
		}
	}

	function showVote(source: string): void {
		const { file, count } = recountVote(source);
		const titles = count.winners.map((winner) => file.options.find(({ number }) => String(number) === winner)?.title);
		const summary = words.voteSummary
			.replace("{titles}", titles.join(", ") || words.voteNobody)
			.replace("{voters}", String(count.voters));
		const isSame = file.winners.toSorted().join() === count.winners.toSorted().join();
		output?.replaceChildren(say("p", summary), say("p", isSame ? words.same : words.different));
	}

	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const fields = new FormData(form);
		output.replaceChildren(say("p", words.counting));
		// Lets the browser show the sentence before the count holds it up.
		await new Promise((painted) => setTimeout(painted, 50));
		try {
			const source = await text(fields.get("datei"));
			if (source === null) return output.replaceChildren(say("p", words.noFile));
			if (isVoteFile(source)) return showVote(source);
			const rule = recountRules.find((one) => one === fields.get("rule"));
			const completion = completions.find((one) => one === fields.get("completion")) ?? "none";
			const stop = stops.find((one) => one === fields.get("stop")) ?? "exhaustive";
			show(source, rule ? { rule, completion, stop } : null);
		} catch (error) {
			const isUnreadable = error instanceof UnreadablePabulib || error instanceof UnreadableVote;
			const sentence = isUnreadable ? words.unreadable : words.uncountable;
			output.replaceChildren(say("p", `${sentence} ${error instanceof Error ? error.message : ""}`));
		}
	});
}
