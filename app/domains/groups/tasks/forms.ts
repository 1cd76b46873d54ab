import { z } from "zod";
import { day, optionalId, tick } from "../form-fields";
import { taskStates } from "./task";

export const taskForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(160, "title-missing"),
	text: z.string().trim().max(5000).default(""),
	postId: z.uuid("post-missing"),
	memberId: optionalId,
	dueOn: day,
	isPublic: tick,
});

export const reportForm = z.object({
	state: z.enum(taskStates, "choice-missing"),
	text: z.string("note-missing").trim().min(3, "note-missing").max(5000, "note-missing"),
});

export const changeForm = z.object({ postId: z.uuid("post-missing"), memberId: optionalId, dueOn: day });
