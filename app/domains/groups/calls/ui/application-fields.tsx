import { Checkbox, RadioGroup } from "~/design/choice-group";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedText, typedTick } from "../../ui/typed";
import { callLimits } from "../call";
import { callMessages } from "../messages";
import type { ShownCall } from "../queries/call-pages.server";

/** What an application says, for citizens and for who enters it for them. */
export function ApplicationFields({
	call,
	typed,
	at,
	givenName = "",
	familyName = "",
	emailHint,
	withEmail,
}: {
	call: ShownCall;
	typed: Typed | null | undefined;
	at(field: string): string | undefined;
	givenName?: string;
	familyName?: string;
	emailHint: string;
	withEmail: "needed" | "optional" | "none";
}) {
	const t = useText(callMessages);
	const field = (name: string, otherwise = "") => ({ name, value: typedText(typed, name, otherwise), error: at(name) });
	const tick = (name: string) => ({ name, checked: typedTick(typed, name, false), error: at(name) });
	return (
		<>
			<TextField
				{...field("givenName", givenName)}
				label={t("apply.givenName")}
				autoComplete={withEmail === "optional" ? undefined : "given-name"}
				maxLength={callLimits.nameMost}
			/>
			<TextField
				{...field("familyName", familyName)}
				label={t("apply.familyName")}
				autoComplete={withEmail === "optional" ? undefined : "family-name"}
				maxLength={callLimits.nameMost}
			/>
			{withEmail !== "none" && (
				<TextField
					{...field("email")}
					type="email"
					label={t("apply.email")}
					hint={emailHint}
					autoComplete={withEmail === "optional" ? undefined : "email"}
					optional={withEmail === "optional"}
				/>
			)}
			{call.strata.length > 0 && (
				<RadioGroup
					{...field("stratum")}
					label={call.strataQuestion}
					choices={call.strata.map(({ position, label }) => ({ value: String(position), label }))}
				/>
			)}
			<TextArea
				{...field("about")}
				label={t("apply.about")}
				hint={t("apply.aboutHint")}
				rows={3}
				maxLength={callLimits.aboutMost}
				optional
			/>
			{call.minAge !== null && (
				<Checkbox {...tick("oldEnough")} label={t("apply.oldEnough", { age: String(call.minAge) })} />
			)}
			{call.livesIn !== "" && (
				<Checkbox {...tick("livesThere")} label={t("apply.livesThere", { area: call.livesIn })} />
			)}
			<Checkbox {...tick("nameIsPublic")} label={t("apply.nameIsPublic")} optional />
		</>
	);
}
