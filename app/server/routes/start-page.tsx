export default function StartPage() {
	return <h1>Gemeinwerk</h1>;
}
