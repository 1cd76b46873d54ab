import { z } from "zod";
import { bodyKinds } from "../charter/charter";
import { day, dayOrOpen } from "../form-fields";
import { termFields } from "../terms/forms";
import { listedKinds } from "./body";

export const bodyFields = z.object({
	name: z.string("name-missing").trim().min(3, "name-missing").max(120, "name-missing"),
	kind: z.enum(listedKinds, "choice-missing"),
	bodyKind: z.enum(bodyKinds, "choice-missing"),
	carrier: z.string("carrier-missing").trim().min(2, "carrier-missing").max(200, "carrier-missing"),
	purpose: z.string("purpose-missing").trim().min(5, "purpose-missing").max(1000, "purpose-missing"),
	...termFields,
	members: z
		.union(
			[
				z.literal(""),
				z
					.string()
					.trim()
					.regex(/^[1-9]\d{0,2}$/),
			],
			"count-wrong",
		)
		.default("")
		.transform((text) => (text === "" ? null : Number(text))),
	webUrl: z
		.union([z.literal(""), z.url({ protocol: /^https$/, error: "address-wrong" }).max(500)], "address-wrong")
		.default("")
		.transform((text) => text || null),
	firstDay: day,
	lastDay: dayOrOpen,
});
