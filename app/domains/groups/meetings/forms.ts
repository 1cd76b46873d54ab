import { z } from "zod";
import { moment, optionalId, tick } from "../form-fields";

export const meetingForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing"),
	startsAt: moment,
	place: z.string("place-missing").trim().min(2, "place-missing").max(200, "place-missing"),
	isPublic: tick,
});

export const agendaForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing"),
	takenUpId: optionalId,
	isPublic: tick,
});

const time = z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)], "time-wrong").default("");

/** One field of attendance and two of times for each seat; their names carry the seat's id. */
export function attendanceForm(seatIds: readonly string[]) {
	const seat = z.union([z.enum(["present", "absent"]), z.uuid()], "choice-missing");
	return z.object(
		Object.fromEntries(
			seatIds.flatMap((id): [string, z.ZodType<string>][] => [
				[`seat-${id}`, seat],
				[`from-${id}`, time],
				[`until-${id}`, time],
			]),
		),
	);
}
