import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** A slow telephone may give up: the text is then looked at by a person first. */
const longest = 60_000;

/**
 * Works off the task of a form (`data-challenge`) in the background, as soon as somebody begins to write, and sends the
 * proof along. Shows nothing and asks nothing; where it cannot work, the form goes its way without it.
 */
export default function proofOfWork(element: HTMLElement): void {
	const form = element.closest("form");
	const { challenge } = element.dataset;
	if (!form || !challenge || !globalThis.crypto?.subtle) return;
	let begun = false;
	const begin = async () => {
		if (begun) return;
		begun = true;
		const task = JSON.parse(challenge);
		const solution = await solveChallenge({ challenge: task, deriveKey, timeout: longest });
		if (!solution) return;
		const field = document.createElement("input");
		field.type = "hidden";
		field.name = "nachweis";
		field.value = JSON.stringify({
			challenge: task,
			solution: { counter: solution.counter, derivedKey: solution.derivedKey },
		});
		element.append(field);
	};
	for (const sign of ["input", "focusin"]) form.addEventListener(sign, () => void begin(), { once: true });
	// somebody was quicker than this script, or a draft came back into the form
	const written = [...form.querySelectorAll("textarea")].some(({ value }) => value !== "");
	if (written || form.contains(document.activeElement)) void begin();
}
