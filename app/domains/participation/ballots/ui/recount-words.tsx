import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Where the published ballots are, and how one recounts them; why there are none when they are too few. */
export function RecountWords({
	result,
	files,
	source,
}: {
	result: {
		path: string;
		ballotsArePublished: boolean;
		ballotsHash: string | null;
		ruleHash: string | null;
		unsettled: number;
	};
	/** The endings of the files, with what people call them. */
	files: readonly { ending: string; label: string }[];
	/** The ending of the file that the recount page takes. */
	source: string;
}) {
	const t = useText(messages);
	const file = (ending: string) => `${result.path}/stimmzettel/${ending}`;
	return (
		<Section id="nachzaehlen" title={t("result.recount")}>
			{result.unsettled > 0 && <p>{t("result.unsettled", { count: result.unsettled })}</p>}
			{result.ballotsArePublished ? (
				<>
					<p>{t("result.recountText")}</p>
					<ButtonRow>
						<LinkButton href={`/nachzaehlen?${new URLSearchParams({ datei: file(source) })}`}>
							{t("result.recountHere")}
						</LinkButton>
						<LinkButton look="secondary" href={`${result.path}/quittung`}>
							{t("receipt.find")}
						</LinkButton>
					</ButtonRow>
					<p>
						{t("result.files")}:{" "}
						{files.map(({ ending, label }) => (
							<span key={ending}>
								<a href={file(ending)} download>
									{label}
								</a>{" "}
							</span>
						))}
					</p>
				</>
			) : (
				<p>{t("result.tooFew")}</p>
			)}
			<p>
				{t("result.hash")}: <code>{result.ballotsHash}</code>
			</p>
			<p>
				{t("frozen.hash")}: <code>{result.ruleHash}</code>
			</p>
		</Section>
	);
}
