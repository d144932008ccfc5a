package dev.afterglow.operations;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to log in, and the page one lands on. */
@Controller
class LoginPages {

    private final OutsideLogin outside;

    LoginPages(OutsideLogin outside) {
        this.outside = outside;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        model.addAttribute("doors", outside.doors());
        Departure.onward(request).ifPresent(onward -> model.addAttribute("onward", onward));
        return "login";
    }

    @GetMapping("/home")
    String home(Authentication person, Model model) {
        model.addAttribute("name", person.getName());
        return "home";
    }
}
