import { conduct } from "~/platform/http/conduct.server";
import { wordFile, wordType } from "~/platform/word/word-file.server";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { wordWords } from "../receive-word.server";
import { agreementPaper } from "../word-paper.server";
import type { Route } from "./+types/word-file";

/** The draft as a Word file, for a partner who negotiates in Word. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, number } = await editingPage(world, params);
	const bytes = await wordFile(agreementPaper(draft, wordWords));
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": wordType,
			"Content-Disposition": `attachment; filename="${number}-Entwurf.docx"`,
			"Cache-Control": "no-store",
		},
	});
});
