import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { Cell } from "../data-set";

/** Rows read at once. */
export const batch = 500;

const day = (moment: Date | null) => (moment ? dayOf(moment).toString() : null);

type ContributionRow = {
	number: number;
	code: string;
	kind: string;
	title: string;
	excerpt: string;
	category: string | null;
	place: string | null;
	latitude: number | null;
	longitude: number | null;
	submitted_at: Date;
	supports: number;
	comments: number;
	merged_into: number | null;
	disposition: string | null;
	reason_text: string | null;
	released_at: Date | null;
};

/** The public contributions of a process in the order of their numbers, without who wrote them. SQL: one statement a batch. */
export async function* contributionRows(view: View, processId: string): AsyncGenerator<Cell[][]> {
	for (let after = 0; ; ) {
		const rows = await view.db.$queryRaw<ContributionRow[]>`
			SELECT c.number, c.code, c.kind, c.title, c.excerpt, c.category, c.place, c.latitude, c.longitude, c.submitted_at,
				((SELECT count(*) FROM support s WHERE s.contribution_id = c.id)
					+ (SELECT count(*) FROM guest_support g WHERE g.contribution_id = c.id))::int AS supports,
				(SELECT count(*) FROM comment k WHERE k.contribution_id = c.id AND k.published_at IS NOT NULL
					AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL)::int AS comments,
				(SELECT l.number FROM contribution_merge m JOIN contribution l ON l.id = m.into_id
					WHERE m.contribution_id = c.id AND l.published_at IS NOT NULL) AS merged_into,
				r.disposition, r.reason_text, r.released_at
			FROM contribution c
			LEFT JOIN LATERAL (
				SELECT v.disposition, v.reason_text, v.released_at FROM answered_contribution a
				JOIN answer_revision v ON v.answer_id = a.answer_id
				WHERE a.contribution_id = c.id ORDER BY v.revision DESC LIMIT 1
			) r ON true
			WHERE c.process_id = ${processId}::uuid AND c.number > ${after}
				AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
			ORDER BY c.number LIMIT ${batch}`;
		yield rows.map((row) => [
			row.number,
			row.code,
			row.kind,
			row.title,
			row.excerpt,
			row.category,
			row.place,
			row.latitude,
			row.longitude,
			day(row.submitted_at),
			row.supports,
			row.comments,
			row.merged_into,
			row.disposition,
			row.reason_text,
			day(row.released_at),
			houseAddress(`/b/${row.code}`),
		]);
		const last = rows.at(-1);
		if (!last || rows.length < batch) return;
		after = last.number;
	}
}

type CommentRow = {
	id: string;
	code: string;
	contribution: number;
	number: number;
	reply_to: number | null;
	text: string;
	submitted_at: Date;
};

/** The public comments on public contributions, in the order in which they were begun. */
export async function* commentRows(view: View, processId: string): AsyncGenerator<Cell[][]> {
	for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
		const rows = await view.db.$queryRaw<CommentRow[]>`
			SELECT k.id, k.code, c.number AS contribution, k.number, t.number AS reply_to, k.text, k.submitted_at
			FROM comment k
			JOIN contribution c ON c.id = k.contribution_id
			LEFT JOIN comment t ON t.id = k.reply_to_id
			WHERE k.process_id = ${processId}::uuid AND k.id > ${after}::uuid
				AND k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL
				AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
			ORDER BY k.id LIMIT ${batch}`;
		yield rows.map((row) => [
			row.code,
			row.contribution,
			row.number,
			row.reply_to,
			row.text,
			day(row.submitted_at),
			houseAddress(`/k/${row.code}`),
		]);
		const last = rows.at(-1);
		if (!last || rows.length < batch) return;
		after = last.id;
	}
}
