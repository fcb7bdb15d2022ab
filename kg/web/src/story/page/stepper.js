// The exported page's own script: its steps one at a time. Without it they stand one below the other.
(function () {
  var root = document.documentElement;
  var steps = Array.prototype.slice.call(document.querySelectorAll(".step"));
  var nav = document.querySelector(".stepper");
  if (!nav || steps.length < 2) return;
  var back = nav.querySelector(".back");
  var next = nav.querySelector(".next");
  var all = nav.querySelector(".all");
  var told = nav.querySelector("output");
  var now = 0;

  function stepwise() {
    return root.classList.contains("stepwise");
  }
  function show(at) {
    now = Math.max(0, Math.min(at, steps.length - 1));
    steps.forEach(function (step, n) {
      step.classList.toggle("now", n === now);
    });
    back.disabled = !stepwise() || now === 0;
    next.disabled = !stepwise() || now === steps.length - 1;
    told.textContent = stepwise() ? "Step " + (now + 1) + " of " + steps.length : steps.length + " steps";
    all.textContent = stepwise() ? "All steps" : "One at a time";
  }
  function follow() {
    var at = steps.findIndex(function (step) {
      return "#" + step.id === location.hash;
    });
    if (at >= 0) show(at);
  }
  back.addEventListener("click", function () {
    show(now - 1);
    if (back.disabled) next.focus();
  });
  next.addEventListener("click", function () {
    show(now + 1);
    if (next.disabled) back.focus();
  });
  all.addEventListener("click", function () {
    root.classList.toggle("stepwise");
    show(now);
  });
  document.addEventListener("keydown", function (event) {
    if (!stepwise() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") show(now + 1);
    else if (event.key === "ArrowLeft") show(now - 1);
  });
  window.addEventListener("hashchange", follow);
  root.classList.add("stepwise");
  nav.hidden = false;
  show(0);
  follow();
})();
