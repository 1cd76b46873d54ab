import type { RequiredForm } from "../form-rules/form-rule";
import { type Alternative, canRepresent } from "./representation";

export type AuthorityMissing = "form-unconfirmed" | "representation-missing" | "representation-unmet";

type Party = {
	name: string;
	form: RequiredForm | null;
	/** What the form rests on was seen by nobody of the legal office. */
	toBeConfirmed?: boolean;
	posts?: readonly string[];
	alternatives?: readonly Alternative[];
};

/**
 * What keeps a draft from being frozen: a form that the legal office has not confirmed, a rule of representation that the
 * named posts can never meet, or none where the law says who signs (§ 64 GO NRW).
 */
export function missingOfAuthority(parties: readonly Party[]) {
	return parties.flatMap(({ name, form, toBeConfirmed = false, posts = [], alternatives = [] }) => {
		const point = (code: AuthorityMissing, chapter: "parties" | "forms") => ({
			code,
			chapter,
			values: { party: name },
		});
		return [
			...(form !== null && toBeConfirmed ? [point("form-unconfirmed", "forms")] : []),
			...(form === "signed-text" && alternatives.length === 0 ? [point("representation-missing", "parties")] : []),
			...(posts.length > 0 && alternatives.length > 0 && !canRepresent(alternatives, posts)
				? [point("representation-unmet", "parties")]
				: []),
		];
	});
}
