import { Gallery } from "~/design/gallery";
import { messages } from "~/design/messages";
import { useText } from "~/platform/i18n";

/** `/gestaltung`: each component of app/design in all its states. Public, no data. */
export default function GalleryPage() {
	const t = useText(messages);
	return (
		<>
			<title>{t("gallery.title")}</title>
			<Gallery />
		</>
	);
}
