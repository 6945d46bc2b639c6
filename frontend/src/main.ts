import { mount } from "svelte";
import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/base.css";

const room = document.getElementById("room");
if (room) mount(App, { target: room });
