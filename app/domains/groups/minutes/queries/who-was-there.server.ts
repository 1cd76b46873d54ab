import { localText } from "~/platform/calendar.server";
import { guestsIn } from "../../guests/guests-in";
import type { Span, Visitor } from "../content";

type Attended = { membershipId: string; substituteId: string | null; arrivedAt: Date | null; leftAt: Date | null };
type Written = { membershipId: string; answeredById: string | null; fromPaper: boolean };
type Meeting = { format: string; attendances: Attended[]; agenda: { writtenAnswers: Written[] }[] };
type Seat = { id: string; personId: string };

/**
 * When a seat was filled and by whom: nothing where it was empty, one span after another where somebody left and came again.
 * In a circular procedure nobody comes: there takes part who answered, by themselves or through the substitute who did.
 * @returns times of day in Germany
 */
export function presenceOf(meeting: Meeting, seat: Seat, memberships: readonly Seat[]): Span[] {
	if (meeting.format === "circular") {
		const written = meeting.agenda
			.flatMap(({ writtenAnswers }) => writtenAnswers)
			.filter(({ membershipId }) => membershipId === seat.id);
		const acted = written.find(({ answeredById, fromPaper }) => !fromPaper && answeredById !== seat.personId);
		const substitute = acted && memberships.find(({ personId }) => personId === acted.answeredById);
		return written.length > 0 ? [{ representedBy: substitute?.id ?? null, from: null, until: null }] : [];
	}
	return meeting.attendances
		.filter(({ membershipId }) => membershipId === seat.id)
		.map(({ substituteId, arrivedAt, leftAt }) => ({
			representedBy: substituteId,
			from: timeOf(arrivedAt),
			until: timeOf(leftAt),
		}));
}

/** The guests who were there, under the id of their invitation, with their name and the items for which they came. */
export function visitorsOf(meeting: Parameters<typeof guestsIn>[0]): (Visitor & { name: string | null })[] {
	return guestsIn(meeting)
		.filter(({ arrivedAt }) => arrivedAt !== null)
		.map(({ id, name, reporting, items, arrivedAt, leftAt }) => ({
			key: id,
			name,
			capacity: reporting ? "reporting" : "guest",
			...(items.length > 0 && { items }),
			from: timeOf(arrivedAt),
			until: timeOf(leftAt),
		}));
}

function timeOf(at: Date | null): string | null {
	return at ? localText(at).slice(11) : null;
}
