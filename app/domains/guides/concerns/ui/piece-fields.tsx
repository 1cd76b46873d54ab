import type { ReactNode } from "react";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { kinds, limits } from "../concern";
import { handlingMessages } from "../handling-messages";

/** Fields for up to four things that were said at once; those left empty do not count. */
export function PieceFields({
	typed,
	at,
	topics,
}: {
	typed: Typed | null | undefined;
	at: (field: string) => string | undefined;
	topics: readonly { value: string; label: string }[];
}): ReactNode {
	const t = useText(handlingMessages);
	const words = useText(messages);
	return Array.from({ length: limits.atOnce }, (_, index) => index + 1).map((place) => (
		<Section key={place} id={`anliegen-${place}`} title={t("split.piece", { number: place })}>
			<TextArea
				name={`text${place}`}
				label={t("split.what")}
				rows={3}
				optional
				value={typedText(typed, `text${place}`)}
				error={at(`text${place}`)}
			/>
			<Select
				name={`kind${place}`}
				label={words("form.kind")}
				value={typedText(typed, `kind${place}`, "NEED")}
				options={kinds.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) }))}
			/>
			<Select
				name={`topic${place}`}
				label={words("form.topic")}
				optional
				empty={words("form.topicUnknown")}
				value={typedText(typed, `topic${place}`)}
				options={topics}
				error={at(`topic${place}`)}
			/>
		</Section>
	));
}
