import { Readable } from "node:stream";
import { dayOf } from "~/platform/calendar.server";
import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { exportOfMyself } from "../personal-data.server";
import type { Route } from "./+types/my-data-file";

/** Everything about the reader as one file, sent while it is being read. */
export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	const text = Readable.from(exportOfMyself(world)).map((piece: string) => Buffer.from(piece));
	return new Response(Readable.toWeb(text) as ReadableStream<Uint8Array>, {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="gemeinwerk-${dayOf(world.now)}.json"`,
			"Cache-Control": "private, no-store",
		},
	});
});
