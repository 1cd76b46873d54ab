import { conduct, onward } from "~/platform/http/conduct.server";
import { NotTypeset } from "~/platform/typesetting/typeset.server";
import type { World } from "~/platform/world.server";
import { drawCodes, takeCodes } from "../commands/letter-runs.server";
import { lettersToMake, runPage } from "../queries/letter-subject.server";
import { codeLettersPdf } from "../sheets.server";
import type { Route } from "./+types/pdf";

/** Whoever comes here without having sent the form, e.g. by "back", finds the page with the button. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { path, run } = await runPage(world, params);
	return onward(`${path}/${run.id}`);
});

/**
 * Makes the letters: first the file, then its codes count and the addresses go, then the file leaves. What goes wrong before
 * leaves no code behind; a file that got lost on its way is answered by taking the letters back.
 */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const given = await lettersToMake(world, params);
	const { path } = await runPage(world, params);
	const back = (why: string) => onward(`${path}/${given.runId}?${new URLSearchParams({ warum: why })}`);
	const { addresses } = given;
	if (addresses === null) return back("letters-made");
	const codes = drawCodes(addresses.length);
	const pdf = await codeLettersPdf(given, { addresses, codes, now: world.now }).catch((error: unknown) => {
		if (error instanceof NotTypeset) return null;
		throw error;
	});
	if (!pdf) return back("not-typeset");
	const taken = await takeCodes(world, { id: given.runId, codes });
	if (!taken.done) return back(taken.refusals[0]?.code ?? "");
	return new Response(new Uint8Array(pdf), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `attachment; filename="briefe-mit-code-${given.number}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
