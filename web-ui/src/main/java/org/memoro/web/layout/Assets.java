package org.memoro.web.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The address of our own style sheet, scripts and fonts: it contains a hash of them all, so a browser may keep them for
 * ever and still never shows an old one.
 */
@Component
public class Assets {

    private static final String FILES = "classpath:/static/web-ui/**/*.*";

    private final String root;

    Assets() {
        this.root = "/static/" + hashOfAll() + "/";
    }

    public String url(String file) {
        return root + file;
    }

    String root() {
        return root;
    }

    private static String hashOfAll() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
