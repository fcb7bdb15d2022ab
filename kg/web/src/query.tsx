import "./styles/query.css";
import { render } from "preact";

const root = document.getElementById("app");
if (root) render(<h1>Query</h1>, root);
