// Dictation where the browser brings it: the button stays hidden everywhere else.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
if (Recognition) {
  for (const button of document.querySelectorAll("[data-dictate]")) {
    const box = document.getElementById(button.dataset.dictate);
    const ear = new Recognition();
    ear.lang = document.documentElement.lang;
    ear.continuous = true;
    let listening = false;
    ear.addEventListener("result", (e) => {
      for (let i = e.resultIndex; i < e.results.length; i++) if (e.results[i].isFinal) box.value += e.results[i][0].transcript.trim() + "\n";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    ear.addEventListener("end", () => {
      listening = false;
      button.setAttribute("aria-pressed", "false");
    });
    button.addEventListener("click", () => {
      listening = !listening;
      button.setAttribute("aria-pressed", String(listening));
      if (listening) ear.start();
      else ear.stop();
    });
    button.hidden = false;
  }
}
